# Two who do not get there at once: one by appeal, one beside work. Sourced by play.sh.
# shellcheck shell=bash disable=SC2154 # $output and the like come from play.sh and expect.sh

echo "The long way"
step "Suharti appeals against her refusal: the university forgot her."
expect_exit 0 as suharti apply appeal "$suharti_application" --grounds "My award was left off the list."
{
  echo "candidate_number,full_name,date_of_birth"
  echo "CU-2399,Suharti,1995-08-17"
} >"$REGISTER_HOME/forgotten.csv"
expect_text "1 added" as cumbria passlist submit --programme "$programme" --file "$REGISTER_HOME/forgotten.csv" --cohort-start 2023-09-18 --ratified-on 2025-07-11

step "Grace, who refused, may not decide the appeal; Ada does: her application is looked at again."
remitted=(officer appeal-outcome "$suharti_application" --outcome remitted --reasons "She is on the list now.")
expect_refusal 1 "ANOTHER_OFFICER_REQUIRED" as grace "${remitted[@]}"
expect_exit 0 as ada "${remitted[@]}"

step "Ada asks for proof of the fee; Suharti attaches the receipt, and answers. Ada reads it, as it was sent."
expect_exit 0 as ada officer ask "$suharti_application" --question "Where is the receipt of the fee?" --due "$(day +14 days)"
printf '%%PDF-1.4\nReceipt of FEE-2026-0004\n%%%%EOF\n' >"$REGISTER_HOME/receipt.pdf"
expect_exit 0 as suharti --quiet apply attach "$suharti_application" --evidence fee --file "$REGISTER_HOME/receipt.pdf"
receipt="$output"
expect_refusal 1 "waits for an answer" as grace officer grant "$suharti_application" --reasons "All evidence satisfactory."
expect_exit 0 as suharti apply answer "$suharti_application" --question 1 --answer "Attached."
expect_exit 0 as ada officer document "$receipt" --output "$REGISTER_HOME/as-received.pdf"
expect_exit 0 cmp "$REGISTER_HOME/receipt.pdf" "$REGISTER_HOME/as-received.pdf"

step "Everything is in order after all: she follows her application to its number."
expect_exit 0 as ada --quiet officer check "$suharti_application" --evidence all
grant "$suharti_application"
suharti="$output"
expect_text "$suharti" as suharti apply track "$suharti_application"

step "Amina qualifies beside work: an apprentice, whose hours off the job have to be a fifth."
login sheffield education-provider sheffield-hallam-university
degree="$(programme_of 'Sheffield Hallam University')"
echo '{ "full_name": "Amina Yusuf", "date_of_birth": "2001-04-09", "employer": "RR8", "started_on": "2023-09-18" }' >"$REGISTER_HOME/apprentice.json"
expect_exit 0 as sheffield --quiet apprenticeship enrol --file "$REGISTER_HOME/apprentice.json" --programme "$degree"
apprenticeship="$output"
expect_exit 0 as sheffield apprenticeship hours "$apprenticeship" --period-start 2023-09-18 --period-end 2025-06-30 --working-hours 3000 --off-the-job-hours 590
expect_refusal 1 "OFF_THE_JOB" as sheffield apprenticeship gateway "$apprenticeship" --passed-on 2026-02-02
expect_exit 0 as sheffield apprenticeship hours "$apprenticeship" --period-start 2025-07-01 --period-end 2026-01-31 --working-hours 1000 --off-the-job-hours 210
expect_exit 0 as sheffield apprenticeship gateway "$apprenticeship" --passed-on 2026-02-02
expect_exit 0 as sheffield apprenticeship assess "$apprenticeship" --outcome passed --assessed-on 2026-02-20 --candidate SH-1

step "She saves a draft before the exam board has met, and submits it when the award is ratified."
login amina applicant
printf '{ "route": "UK approved", "full_name": "Amina Yusuf", "date_of_birth": "2001-04-09", "email": "amina@example.org", "candidate_number": "SH-1",
  "declarations": { "indemnity": true, "truthful": true } }\n' >"$REGISTER_HOME/amina.json"
expect_exit 0 as amina --quiet apply draft --file "$REGISTER_HOME/amina.json" --programme "$degree"
draft="$output"
expect_refusal 2 "fee_reference" as amina apply submit "$draft"
expect_exit 0 as amina apply draft --draft "$draft" --file "$REGISTER_HOME/amina.json" --programme "$degree" --town Sheffield --fee-reference FEE-2026-0005
eventually "1 ratified" as sheffield passlist ratify --programme "$degree" --cohort-start 2023-09-18 --ratified-on 2026-02-27
expect_exit 0 as amina apply submit "$draft"
expect_exit 0 as ada --quiet officer check "$draft" --evidence all
grant "$draft"
eventually "Registered" anybody verify "$output"
