# Three hundred people come to the register within a few weeks, by four routes. Sourced by play.sh.
# shellcheck shell=bash disable=SC2154 # $output and the like come from play.sh and expect.sh

echo "The crowd"
step "The University of Cumbria submits the pass list of a large cohort: one row has a date that no calendar has."
{
  echo "candidate_number,full_name,date_of_birth"
  people uk_approved | awk -F, '{ print $6 "," $2 "," $3 }'
  echo "CU-2999,Nobody Inparticular,1999-02-30"
} >"$REGISTER_HOME/crowd-pass-list.csv"
cohort=(--programme "$programme" --cohort-start 2023-09-19)
expect_exit 1 as cumbria passlist submit "${cohort[@]}" --file "$REGISTER_HOME/crowd-pass-list.csv"
expect_said "264 added, 0 unchanged, 1 rejected."

step "The exam board ratifies the list: until then its awards count for nothing."
expect_text "264 ratified." as cumbria passlist ratify "${cohort[@]}" --ratified-on 2025-07-14

step "$(people | wc -l) people log in and apply, each by their own route."
people | everybody_logs_in
common='"full_name":"{2}","date_of_birth":{3:date},"email":"{1}@example.org","practice_town":"{4}","fee_reference":"FEE-{1}",
"declarations":{"indemnity":true,"truthful":true}'
apply() { people ",$1," | everybody POST /v1/applications '{"request_id":"{id}","application":{"route":"ENTRY_ROUTE_'"${1^^}"'",'"$common,$2"'}}'; }
apply uk_approved '"programme":"'"$programme"'","candidate_number":"{6}"'
apply grandparenting '"practice_areas":["PRACTICE_AREA_OBSTETRIC"],"practice":{"never_registered":true,"periods":[{"from":{"year":2021,"month":3,"day":1},
"to":{"year":2026,"month":2,"day":28},"whole_time_percent":80,"setting":"{10}"}]}'
apply international '"practice_areas":["PRACTICE_AREA_ABDOMINAL"],"qualification":{"title":"Diploma in Sonography","institution":"A school abroad",
"country":"IE","awarded_on":{"year":2020,"month":6,"day":30},"english_language":"IELTS 7.5"}'
apply voluntary_register_transfer '"practice_areas":["PRACTICE_AREA_VASCULAR"],"voluntary_register_entry":{"register":"VOLUNTARY_REGISTER_RCT","number":"{8}"}'

step "Zoë, who is on the register, applies again, spelled another way: one person, one registration."
again=(apply --file applications/zoe-o-brien.json --name "O'BRIEN, Zoe" --programme "$programme")
expect_refusal 1 "PERSON_IS_REGISTERED" as zoe "${again[@]}"

step "With another login she is not told so at once, for it could be anybody asking; the application is turned away."
login zoe2 applicant
expect_exit 0 as zoe2 --quiet "${again[@]}"
twice="$output"
eventually "turned away" as zoe2 apply show "$twice"

step "The officers' worklist can be narrowed by route and by age."
waiting() { as ada --quiet officer worklist --state "$1" --limit 1000 "${@:2}"; }
eventually_count 300 waiting submitted
eventually_count 10 waiting submitted --route grandparenting
eventually_count 0 waiting submitted --older-than 7

step "Two assessors look at the practice of each who comes by grandparenting; nobody assesses twice."
mapfile -t grandparents < <(waiting submitted --route grandparenting)
login alan registrar
login beth registrar
for application in "${grandparents[@]}"; do
  for assessor in alan beth; do
    expect_exit 0 as ada --quiet officer appoint "$application" --assessor "$assessor"
    expect_exit 0 as "$assessor" --quiet officer assess "$application" --finding meets-standard --reasons "Four years of practice, pro rata."
  done
done
expect_refusal 1 "ALREADY_ASSESSED" as alan officer assess "${grandparents[0]}" --finding does-not-meet-standard --reasons "On second thoughts."

step "The training of those who come from abroad is compared; one has a shortfall and makes it good in an adaptation period."
mapfile -t international < <(waiting submitted --route international)
expect_exit 0 as ada --quiet officer compare "${international[0]}" --shortfall adaptation-period --reasons "No gynaecology."
expect_refusal 1 "NOT_COMPARABLE_YET" as ada officer check "${international[0]}" --evidence comparability
expect_exit 0 as ada --quiet officer measure "${international[0]}" --note "Signed off by the supervisor."
for application in "${international[@]:1}"; do
  expect_exit 0 as ada --quiet officer compare "$application" --reasons "Equal in content and level."
done

step "Ada checks everybody's evidence, and Grace grants registration."
mapfile -t applications < <({ waiting submitted; waiting under-assessment; } | sort -u)
expect_exit 0 as ada --quiet officer check "${applications[@]}" --evidence all
expect_exit 0 as grace --quiet officer grant "${applications[@]}" --reasons "All evidence satisfactory."
registered() { as grace --quiet officer registrants --limit 1000; }
eventually_count 305 registered

step "Everybody sees their own record, with the number they were given."
people | everybody GET /v1/me ''
answered registrationNumber >"$crowd/numbers"
join -t, <(people | sort -t, -k1,1) <(sort -t, -k1,1 "$crowd/numbers") >"$crowd/registered" # the eleventh column is the number
expect_same 300 "$(grep -c ',SON[0-9]*$' "$crowd/registered")" "the people with a number"
# registered_people PATTERN: the lines of the crowd that match, with their numbers in the eleventh column.
registered_people() { grep -E -- "${1:-.}" "$crowd/registered"; }
number_of() { registered_people "^$1," | cut -d, -f11; }

step "They declare their other registrations, and an officer their employers from the workforce return."
for body in hcpc nmc gmc rct; do
  registered_people ",$body,[^,]*,[^,]*,[^,]*,SON" | everybody POST /v1/registrants/{11}:recordOtherRegistration \
    '{"request_id":"{id}","name":"registrants/{11}","body":"STATUTORY_BODY_'"${body^^}"'","number":"{8}","start_date":{"year":2020,"month":1,"day":1}}'
done
{
  echo "employer,setting,whole_time_equivalent,from,evidence,registrant"
  registered_people | awk -F, -v from="$today" '{ print $9 "," $10 ",1," from ",Workforce return," $11 }'
} >"$REGISTER_HOME/employers.csv"
expect_exit 0 as ada --quiet practice employer --csv "$REGISTER_HOME/employers.csv"
