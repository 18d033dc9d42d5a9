# The renewal of 28 February 2028: who renews, who lapses, who is held, and who is drawn for an audit. Sourced by play.sh.
# shellcheck shell=bash disable=SC2154 # $output and the like come from play.sh and expect.sh

echo "Renewal"
renew() { everybody POST /v1/registrants/{11}:renew '{"request_id":"{id}","name":"registrants/{11}","declared":true,"fee_reference":"FEE-2028-{1}"}'; }

step "Before the window opens nobody can renew."
expect_refusal 1 "RENEWAL_NOT_OPEN" as layla renew "$layla" --declare --fee-reference FEE-2028-L

step "The window opens three months before; renewing needs the declaration and the fee."
expect_exit 0 as opal --quiet admin clock --to 2027-11-30
expect_refusal 1 "DECLARATION" as layla renew "$layla" --fee-reference FEE-2028-L
expect_exit 0 as layla renew "$layla" --declare --fee-reference FEE-2028-L

step "Most of the crowd renew; the last twenty leave it until later, and three have been taken off the register."
off_the_register="$struck|$forged|$agreed"
registered_people | sed -n '1,280p' | grep -vE ",($off_the_register)\$" | renew

step "42 days before the end, those who have not renewed are given notice, and each notice can be shown to have been sent."
late="$(number_of s290)"
expect_exit 0 as opal --quiet admin clock --to 2028-01-17
eventually "renewal" as grace officer notices "$late"

step "Zoë's case is open: she cannot leave the register."
expect_refusal 1 "CASE_OPEN" as zoe leave "$zoe"

step "A final warning gives 14 days; ten more renew."
expect_exit 0 as opal --quiet admin clock --to 2028-02-14
eventually "final warning" as grace officer notices "$late"
registered_people | sed -n 281,290p | renew
expect_text "2028-02-28" as grace officer renewals

step "On the day after, ten of the crowd and Xiaoqing have lapsed; Zoë is held over while her case is open."
expect_exit 0 as opal --quiet admin clock --to 2028-02-29
lapsed="$(number_of s295)"
eventually "lapsed" anybody verify "$lapsed"
eventually "lapsed" anybody verify "$xiaoqing"
expect_no_text "lapsed" anybody verify "$zoe"
expect_text "Registered" anybody verify "$lapsed" --as-at 2028-02-28

step "A new concern reopens the case in which there was none to answer, within three years; this time it ends in a caution."
now=2028-02-29
expect_exit 0 as frida --quiet case reopen "$doubted_case" --ground misconduct --received-on "$now" --concern "The same again."
expect_exit 0 as frida --quiet case report "$doubted_case" --allegations "Twice now."
expect_refusal 1 "ACTED_EARLIER" as frida case convene "$doubted_case" --kind investigating --chair ines --member ines --member omar --member wen
convened "$doubted_case" investigating hana ivor jo
expect_exit 0 as hana --quiet case answer "$doubted_case" --refer-to conduct-and-competence --reasons "Now there is one."
convened "$doubted_case" conduct-and-competence carla dev ellen
expect_exit 0 as frida --quiet case schedule "$doubted_case" --on "$now" --allegations "Twice now."
sanctioned "$doubted_case" caution 12

step "The suspension is reviewed before it expires: extended from the day it would otherwise have ended."
convened "$interim_case" conduct-and-competence rita sam uma
decided "$interim_case" 2 rita sam --occasion mandatory-review --outcome sanction --sanction suspension --months 6 --public-text "Suspended for six months more."
expect_exit 0 as frida --quiet case notify "$interim_case" --on "$now"
expect_text "2028-11-30" as frida case show "$interim_case"

step "Zoë's case is closed, and she lapses at once."
expect_exit 0 as frida case close "$zoe_case" --reasons "No case to answer."
eventually "lapsed" anybody verify "$zoe"

step "Of the 288 who renewed, 2.5% are drawn for a CPD audit, from a seed that anybody can draw from again."
expect_exit 0 as audrey --json cpd draw --round 2028-02-28
mapfile -t drawn < <(grep -o 'SON[0-9]*' <<<"$output" | sort -u)
expect_same 8 "${#drawn[@]}" "the number drawn"

step "One meets the standards, one gets further time, one does not meet them and is removed when nobody appeals."
subject_of() { grep -E ",$1\$" "$crowd/registered" | cut -d, -f1; }
audited=()
for number in "${drawn[@]}"; do
  # Whom a case holds is not removed for CPD until it ends (R18, R21).
  [[ -z "$(subject_of "$number")" || " $limited $unwell $interim " == *" $number "* ]] || audited+=("$number")
done
for number in "${audited[@]:0:3}"; do
  login "$(subject_of "$number")" applicant
  echo "What I learnt in two years." >"$REGISTER_HOME/profile.txt"
  expect_exit 0 as "$(subject_of "$number")" cpd submit "$number" --file "$REGISTER_HOME/profile.txt"
done
expect_exit 0 as grace cpd decide "${audited[0]}" --outcome meets-standards --reasons "A full profile."
expect_exit 0 as grace cpd decide "${audited[1]}" --outcome further-time --reasons "Half of it is missing."
expect_exit 0 as grace cpd decide "${audited[2]}" --outcome does-not-meet --reasons "No evidence of any learning."
expect_refusal 1 "APPEAL" as grace officer remove cpd "${audited[2]}" --reasons "Standards not met."
