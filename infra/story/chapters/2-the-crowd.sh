# Three hundred people come to the register within a few weeks, each by their own route. Sourced by play.sh.
# shellcheck shell=bash disable=SC2154 # $output and the like come from play.sh and expect.sh

echo "The crowd"
step "Universities submit the pass lists of their last cohorts."
{
  echo "candidate_number,full_name,date_of_birth"
  people uk_approved | awk -F, '{ print $6 "," $2 "," $3 }'
} >"$REGISTER_HOME/crowd-pass-list.csv"
expect_text "220 added" as cumbria passlist submit --programme "$programme" --file "$REGISTER_HOME/crowd-pass-list.csv" \
  --cohort-start 2023-09-18 --ratified-on 2025-07-11

step "$(people | wc -l) people log in and apply."
people | everybody_logs_in
people uk_approved | everybody POST /v1/applications '{"request_id":"{id}","application":{"route":"ENTRY_ROUTE_UK_APPROVED",
"full_name":"{2}","email":"{1}@example.org","practice_town":"{4}","programme":"'"$programme"'","candidate_number":"{6}",
"fee_reference":"FEE-{1}","declarations":{"indemnity":true,"truthful":true},"date_of_birth":{3:date}}}'
