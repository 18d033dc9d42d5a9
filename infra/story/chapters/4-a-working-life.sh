# What a registrant adds to their entry, and what is put right later. Sourced by play.sh.
# shellcheck shell=bash disable=SC2154 # $output and the like come from play.sh and expect.sh

echo "A working life"
step "Layla declares her tier, band and title: three facts that do not depend on each other."
expect_exit 0 as layla practice tier --tier enhanced --from 2026-03-02 --evidence "Postgraduate certificate."
expect_exit 0 as layla practice band --band 7 --from 2026-03-02 --evidence "Contract."
expect_exit 0 as layla practice title --title "Lead sonographer" --from 2026-03-02 --evidence "Contract."
expect_text "Lead sonographer" as layla practice show

step "The accreditor endorses a department for preceptorship; a plan there is signed off capability by capability."
login leeds-hospital employer RR8
expect_text "RR8" as cass practice department endorse RR8 --from 2026-03-02
expect_exit 0 as layla --quiet practice preceptorship plan --department RR8 --from 2026-03-02 --capability "First trimester" --capability "Reporting"
preceptorship="$output"
expect_exit 0 as leeds-hospital --quiet practice preceptorship sign-off "$preceptorship" --capability "First trimester" --on 2026-03-02
expect_refusal 1 "CAPABILITIES_OUTSTANDING" as leeds-hospital practice preceptorship complete "$preceptorship" --on 2026-03-02
expect_exit 0 as leeds-hospital --quiet practice preceptorship sign-off "$preceptorship" --capability "Reporting" --on 2026-03-02
expect_exit 0 as leeds-hospital practice preceptorship complete "$preceptorship" --on 2026-03-02

step "A year later: Layla records what she learnt, moves, and marries."
expect_exit 0 as opal --quiet admin clock --to 2027-04-01
expect_exit 0 as layla practice cpd --on 2027-03-20 --hours 6.5 --kind self-directed --reflection "What the new guideline changes for me."
expect_exit 0 as layla me town Kendal
expect_exit 0 as layla me address --line1 "17 Stricklandgate" --town Kendal --postcode "LA9 4QJ"
expect_exit 0 as grace officer rename "$layla" --name "Layla Al-Masri Green" --evidence "Marriage certificate 17" --from 2027-04-01
eventually "Layla Al-Masri Green" anybody verify "$layla"
expect_no_text "ليلى المصري" anybody verify "$layla"

step "Her former name is found by officers, and by nobody else."
eventually "$layla" as grace officer registrants --query "ليلى"
expect_no_text "$layla" anybody verify --name "ليلى"

step "A focused course adds a practice area to her entry: on a pass list of an accredited provider, ratified."
login aecc education-provider aecc-university-college
{
  echo "candidate_number,full_name,date_of_birth"
  echo "AE-1,ليلى المصري,1996-11-02"
} >"$REGISTER_HOME/focused-course.csv"
course="$(programme_of 'AECC University College')"
expect_text "1 added" as aecc passlist submit --programme "$course" --file "$REGISTER_HOME/focused-course.csv" --cohort-start 2026-09-21 --ratified-on 2027-02-15
expect_no_text "musculoskeletal" anybody verify "$layla"
expect_exit 0 as grace officer annotate "$layla" --kind practice-area --area musculoskeletal --programme "$course" --candidate-number AE-1
eventually "musculoskeletal" anybody verify "$layla"

step "An annotation for reporting is granted; the date turns out to be wrong and is put right by an entry more."
expect_exit 0 as grace --json officer annotate "$layla" --kind reporting --evidence "Letter 5" --from 2027-01-01
annotation="$(sed -n 's/.*"annotationId": *"\([^"]*\)".*/\1/p' <<<"$output" | sed -n '1,1p')"
before="$(as opal --json admin clock | sed -n 's/.*"now": *"\([^"]*\)".*/\1/p')"
expect_exit 0 as opal --quiet admin clock --to 2027-06-01
expect_exit 0 as grace officer correct-annotation "$layla" "$annotation" --from 2027-04-01 --reason "The letter was read wrongly."

step "Asked for February, today's answer has changed; as it was known then, it is what it was."
expect_text "from 2027-04-01: reporting" as grace officer registrant "$layla" --as-at 2027-02-01
expect_text "from 2027-01-01: reporting" as grace officer registrant "$layla" --as-at 2027-02-01 --as-known-at "$before"
