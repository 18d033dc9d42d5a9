# Every way out of the register, and every way back. Sourced by play.sh.
# shellcheck shell=bash disable=SC2154 # $output and the like come from play.sh and expect.sh

echo "Out and back"
step "Within a month of a lapse, a declaration and a fee are enough to come back."
expect_exit 0 as opal --quiet admin clock --to 2028-03-28
expect_exit 0 as xiaoqing readmit "$xiaoqing" --declare --fee-reference FEE-2028-X
eventually "Registered" anybody verify "$xiaoqing"

step "A day later it is too late for that."
expect_exit 0 as opal --quiet admin clock --to 2028-04-01
expect_refusal 1 "SHORT_READMISSION" as zoe readmit "$zoe" --declare --fee-reference FEE-2028-Z

step "The appeal period of the CPD audit is over: the entry is removed."
expect_exit 0 as grace officer remove cpd "${audited[2]}" --reasons "Standards not met."
eventually "removed" anybody verify "${audited[2]}"

step "One leaves, one dies. Those who were removed by agreement or for fraud, or struck off, went through cases."
mapfile -t leavers < <(registered_people uk_approved | sed -n '1,60p' | grep -vE ",($(IFS='|'; echo "${drawn[*]}"))\$" | sed -n '1,2p' | cut -d, -f11)
login "$(subject_of "${leavers[0]}")" applicant
expect_exit 0 as "$(subject_of "${leavers[0]}")" leave "${leavers[0]}"
expect_exit 0 as grace officer remove death "${leavers[1]}" --on 2028-03-31
eventually "left register" anybody verify "${leavers[0]}"
eventually "died" anybody verify "${leavers[1]}"

step "The conditions of one have run out by themselves, and the extended suspension of another; the cautions too."
on 2029-04-02
eventually "Registered" anybody verify "$limited"
for number in "$limited" "$unwell" "$interim" "$doubted" "$(number_of s252)"; do
  expect_no_text "with" anybody verify "$number"
  expect_no_text "Suspended" anybody verify "$number"
done
expect_text "Registered with caution" anybody verify "$cautioned"

# comes_back PERSON NUMBER ROUTE UPDATING: applies to come back, and is granted it.
comes_back() {
  local person="$1" number="$2" file="$REGISTER_HOME/back.json"
  printf '{"route":"%s","full_name":"%s","date_of_birth":"%s","email":"%s@example.org","practice_town":"Leeds","fee_reference":"FEE-BACK",
    "declarations":{"indemnity":true,"truthful":true},"held_registration":"registrants/%s"%s}' \
    "$3" "$(person_field 2 "$person")" "$(person_field 3 "$person")" "$person" "$number" "$4" >"$file"
  expect_exit 0 as "$person" --quiet apply --file "$file"
}
person_field() { people "^$2," | cut -d, -f"$1"; }
hours() { printf '{"kind":"%s","hours":%d,"from":"%s","to":"%s"}' "$@"; }

step "The next renewal comes: Layla and most of the crowd stay; the others lapse."
expect_exit 0 as opal --quiet admin clock --to 2030-02-01
expect_exit 0 as layla renew "$layla" --declare --fee-reference FEE-2030-L
off_the_register+="|$(IFS='|'; echo "${leavers[*]}|${audited[2]}")"
registered_people | sed -n '1,260p' | grep -vE ",($off_the_register)\$" | renew
expect_exit 0 as opal --quiet admin clock --to 2030-03-01
eventually "lapsed" anybody verify "$xiaoqing"

step "Three years on, readmission takes 30 days of updating: 210 hours, at most half of them private study."
expect_exit 0 as opal --quiet admin clock --to 2031-06-02
login s295 applicant
comes_back s295 "$lapsed" readmission ',"updating":{"activities":['"$(hours formal-study 100 2031-01-05 2031-03-31)"']}'
expect_refusal 1 "UPDATING" as ada officer check "$output" --evidence updating
expect_exit 0 as s295 apply withdraw "$(as s295 --quiet apply list | tail -n 1)"
comes_back s295 "$lapsed" readmission ',"updating":{"signed_by":"registrants/'"$layla"'","activities":['"$(hours supervised-practice 105 2031-01-05 2031-03-31),$(hours private-study 105 2031-01-05 2031-05-31)"']}'
back="$output"
expect_exit 0 as ada --quiet officer check "$back" --evidence all
expect_exit 0 as grace --quiet officer grant "$back" --reasons "Updated."
eventually "Registered" anybody verify "$lapsed"

step "Struck off, there is only restoration, and not before five years."
login s248 applicant
comes_back s248 "$struck" readmission ',"updating":{"activities":[]}'
expect_refusal 1 "NOT_THE_WAY_BACK" as ada officer check "$output" --evidence updating
expect_exit 0 as s248 apply withdraw "$(as s248 --quiet apply list | tail -n 1)"

step "Another renewal, and more than five years: a committee of people who did not decide then hears whether they may return."
expect_exit 0 as opal --quiet admin clock --to 2032-02-02
expect_exit 0 as layla renew "$layla" --declare --fee-reference FEE-2032-L
registered_people | sed -n '1,240p' | grep -vE ",($off_the_register)\$" | renew
on 2033-04-01
comes_back s248 "$struck" restoration ',"updating":{"signed_by":"registrants/'"$layla"'","activities":['"$(hours supervised-practice 210 2032-06-01 2032-09-30),$(hours formal-study 210 2032-10-01 2033-03-31)"']}'
back="$output"
expect_exit 0 as ada --quiet officer check "$back" --evidence all
expect_refusal 1 "RESTORATION_NOT_ALLOWED" as grace officer grant "$back" --reasons "Updated."
convened "$struck_case" conduct-and-competence rita sam uma
expect_exit 0 as frida --quiet case schedule "$struck_case" --on "$now" --allegations "Whether they may return."
decided "$struck_case" 2 rita sam --occasion restoration --outcome allow-restoration

step "Restored, after updating, under the same number."
expect_exit 0 as grace --quiet officer grant "$back" --reasons "Insight shown; updated."
eventually "Registered" anybody verify "$struck"
expect_text "struck off" anybody verify "$struck" --as-at 2033-03-31
