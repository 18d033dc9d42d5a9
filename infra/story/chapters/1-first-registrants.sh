# From an accredited programme to a suspended entry, and back through the history. Sourced by play.sh.
# shellcheck shell=bash disable=SC2154 # $output, $today and the like come from play.sh and expect.sh

echo "Education"
step "Cass, the accreditor, accredits the programmes of her spreadsheet."
expect_text "University of Cumbria" as cass programme accredit --csv programmes.csv
accredited="$output"
programme_of() { grep -F "$1" <<<"$accredited" | grep -o 'programmes/[0-9a-f-]*'; }
programme="$(programme_of 'University of Cumbria')"

step "Anybody can see, without a login, that the programme is accredited."
eventually "2017-09-01 to 2027-08-31" anybody programme show "$programme"

step "Another provider cannot submit a pass list for it."
pass_list=(passlist submit --programme "$programme" --file pass-list.csv --cohort-start 2023-09-18 --ratified-on 2025-07-11)
expect_refusal 3 "NOT_YOUR_PROGRAMME" as leeds "${pass_list[@]}"

step "The University of Cumbria submits its pass list: 36 candidates."
expect_text "36 added, 0 unchanged." as cumbria "${pass_list[@]}"

step "It submits the same list again, to be sure: nothing is added."
expect_text "0 added, 36 unchanged." as cumbria "${pass_list[@]}"

echo "Applications"
step "Zoë applies."
request_id="$(cat /proc/sys/kernel/random/uuid)"
zoe_applies=(as zoe --quiet apply --file applications/zoe-o-brien.json --programme "$programme" --request-id "$request_id")
expect_exit 0 "${zoe_applies[@]}"
zoe_application="$output"

step "Her train enters a tunnel; she sends the same request again, and it is the same application."
expect_exit 0 "${zoe_applies[@]}"
expect_same "$zoe_application" "$output" "the application"

step "Layla and Xiaoqing apply."
expect_exit 0 as layla --quiet apply --file applications/layla-al-masri.json --programme "$programme"
layla_application="$output"
expect_exit 0 as xiaoqing --quiet apply --file applications/lin-xiaoqing.json --programme "$programme"
xiaoqing_application="$output"

step "Suharti applies with a candidate number that is on no pass list."
expect_exit 0 as suharti --quiet apply --file applications/suharti.json --programme "$programme"
suharti_application="$output"

step "An applicant sees their own application."
eventually "Zoë O'Brien" as zoe apply show "$zoe_application"

step "Another's does not exist for them."
eventually "ليلى المصري" as layla apply show "$layla_application"
expect_exit 4 as zoe apply show "$layla_application"
expect_no_text "ليلى المصري" as zoe apply list

echo "Assessment"
step "Ada, a registration officer, finds the applications on her worklist."
eventually "$zoe_application" as ada officer worklist --limit 1000
eventually "$suharti_application" as ada officer worklist --limit 1000

step "Ada checks all the evidence of Zoë, Layla and Xiaoqing."
for application in "$zoe_application" "$layla_application" "$xiaoqing_application"; do
  expect_text "qualification satisfied by ada" as ada officer check "$application" --evidence all
done

step "Ada cannot find Suharti's award satisfactory: the rules look it up on the pass lists."
expect_refusal 1 "AWARD_NOT_LISTED" as ada officer check "$suharti_application" --evidence qualification

step "So she records what she found, and Grace refuses the application with reasons."
expect_text "qualification not satisfied by ada" \
  as ada officer check "$suharti_application" --evidence qualification --outcome not-satisfied --note "Not on a pass list."
expect_text "refused" as grace officer refuse "$suharti_application" --reasons "The award is on no pass list of the programme."

step "Ada may not grant what she alone has checked."
expect_refusal 1 "SECOND_OFFICER_REQUIRED" as ada officer grant "$zoe_application" --reasons "All evidence satisfactory."

step "An applicant may not grant anything."
expect_exit 3 as zoe officer grant "$zoe_application" --reasons "I would like to."

step "Grace, a second officer, grants registration: each gets a number."
grant() { expect_exit 0 as grace --quiet officer grant "$1" --reasons "All evidence satisfactory."; }
grant "$zoe_application"
zoe="$output"
grant "$layla_application"
layla="$output"
grant "$xiaoqing_application"
xiaoqing="$output"
echo "     Zoë is $zoe, Layla $layla, Xiaoqing $xiaoqing."

step "Grace reads Zoë's entry with its statuses from day to day."
eventually "Zoë O'Brien" as grace officer registrant "$zoe"

echo "The register is asked"
step "Anybody can check Zoë's entry, without a login; her date of birth stays private."
eventually "Registered" anybody verify "$zoe"
expect_no_text "1998-05-14" anybody verify "$zoe"

step "Searching without accents finds her."
eventually "$zoe" anybody verify --name "zoe o'br"

step "A number that nobody has is not found."
expect_exit 4 anybody verify SON999999

step "Something that is no registration number is wrong input."
expect_exit 2 anybody verify SON0012

step "Her employer verifies a roster: three found, one nobody's, two malformed."
{
  head -n 1 roster.csv
  printf '%s,on the rota\n' "$zoe" "$layla" "$xiaoqing"
  tail -n +2 roster.csv
} >"$REGISTER_HOME/roster.csv"
eventually "6 verified, 3 found, 1 no such entry, 2 malformed." as manchester-hr verify --file "$REGISTER_HOME/roster.csv"

step "The results of a roster can be kept as a file."
expect_exit 0 as manchester-hr verify --file "$REGISTER_HOME/roster.csv" --output "$REGISTER_HOME/results.csv"
expect_text "$layla,found,ليلى المصري,Registered" cat "$REGISTER_HOME/results.csv"

step "Rosters are for employers: an applicant may not verify one."
expect_exit 3 as zoe verify --file roster.csv

echo "Fitness to practise"
step "Frida, a fitness-to-practise officer, raises a concern about Zoë."
expect_exit 0 as frida --quiet case raise --file concern.json --received-on "$today" --registrant "$zoe"
zoe_case="$output"

step "The public entry says nothing of it."
expect_text "Registered" anybody verify "$zoe"
expect_no_text "misconduct" anybody verify "$zoe"

step "Frida may not suspend anybody: that takes the panel."
suspension=(case impose "$zoe_case" --kind suspension --until "$(day +1 year)" --public-text "Suspended while a concern is looked into.")
expect_exit 3 as frida "${suspension[@]}"

step "Petra, for the panel, imposes an interim suspension."
expect_text "suspension from" as petra "${suspension[@]}"

step "The employer asks again and hears of it."
eventually "Suspended (interim)" as manchester-hr verify "$zoe"
expect_text "Suspended while a concern is looked into." as manchester-hr verify "$zoe"

step "Layla's entry is as it was."
expect_text "Registered" anybody verify "$layla"
expect_no_text "Suspended" anybody verify "$layla"

step "The answer for yesterday is as it was: she was not suspended, she was not registered yet."
expect_text "Not registered: not yet registered" anybody verify "$zoe" --as-at "$(day -1 day)"

step "In the officer's timeline, the suspension ends with its last day."
eventually "to $(day +1 year): Suspended (interim)" as grace officer registrant "$zoe"

echo "Audit"
step "Audrey, the auditor, reads who submitted, checked and granted Zoë's application."
expect_exit 0 as audrey audit history "$zoe_application"
expect_match 'application-submitted .*zoe' 'evidence-checked .*ada' 'application-granted .*grace'

step "She reads the history of the registrant and of the case."
expect_text "registrant-registered" as audrey audit history "$zoe"
expect_text "case-recorded-on-entry" as audrey audit history "$zoe"
expect_text "petra" as audrey audit history "$zoe_case"

step "She looks up what Petra did anywhere in the register."
eventually "$zoe_case" as audrey audit search --actor petra

step "The history is for the auditor only."
expect_exit 3 as ada audit history "$zoe_application"

step "Opal, who runs the register, sees that its views are there."
expect_exit 0 as opal --quiet admin views
