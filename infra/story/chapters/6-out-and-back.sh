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

step "One leaves, one dies, one is removed by agreement, one was entered by fraud, one is struck off."
mapfile -t leavers < <(registered_people uk_approved | sed -n '1,60p' | grep -vE ",($(IFS='|'; echo "${drawn[*]}"))\$" | sed -n '1,5p' | cut -d, -f11)
login "$(subject_of "${leavers[0]}")" applicant
expect_exit 0 as "$(subject_of "${leavers[0]}")" leave "${leavers[0]}"
expect_exit 0 as grace officer remove death "${leavers[1]}" --on 2028-03-31
expect_exit 0 as grace officer remove agreement "${leavers[2]}" --reasons "Agreed with the panel."
expect_exit 0 as grace officer remove fraudulent "${leavers[3]}" --reasons "The award was forged."
expect_exit 0 as petra officer remove strike-off "${leavers[4]}" --reasons "Serious misconduct."
eventually "left register" anybody verify "${leavers[0]}"
eventually "died" anybody verify "${leavers[1]}"
eventually "agreement" anybody verify "${leavers[2]}"
eventually "removed" anybody verify "${leavers[3]}"
eventually "struck off" anybody verify "${leavers[4]}"

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
off_the_register="$(IFS='|'; echo "${leavers[*]}|${audited[2]}")"
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
struck="$(subject_of "${leavers[4]}")"
login "$struck" applicant
comes_back "$struck" "${leavers[4]}" readmission ',"updating":{"activities":[]}'
expect_refusal 1 "NOT_THE_WAY_BACK" as ada officer check "$output" --evidence updating
expect_exit 0 as "$struck" apply withdraw "$(as "$struck" --quiet apply list | tail -n 1)"

step "Another renewal, and five years to the day: restored, after updating, under the same number."
expect_exit 0 as opal --quiet admin clock --to 2032-02-02
expect_exit 0 as layla renew "$layla" --declare --fee-reference FEE-2032-L
registered_people | sed -n '1,240p' | grep -vE ",($off_the_register)\$" | renew
expect_exit 0 as opal --quiet admin clock --to 2033-04-01
comes_back "$struck" "${leavers[4]}" restoration ',"updating":{"signed_by":"registrants/'"$layla"'","activities":['"$(hours supervised-practice 105 2032-06-01 2032-09-30),$(hours formal-study 105 2032-10-01 2033-03-31)"']}'
back="$output"
expect_exit 0 as ada --quiet officer check "$back" --evidence all
expect_exit 0 as grace --quiet officer grant "$back" --reasons "Insight shown; updated."
eventually "Registered" anybody verify "${leavers[4]}"
expect_text "struck off" anybody verify "${leavers[4]}" --as-at 2033-03-31
