# The question the register exists to answer. Sourced by play.sh.
# shellcheck shell=bash disable=SC2154 # $output and the like come from play.sh and expect.sh

echo "The evidence"
login anna analyst

step "Anna, a policy analyst, asks who would be unregulated without this register."
expect_text "None" as anna evidence --by other-registration --as-at 2027-01-01

step "By region, small counts are hidden, with whatever would give them away."
expect_text "c" as anna evidence --by other-registration --and region --as-at 2027-01-01
expect_exit 0 as anna evidence --by other-registration --and region --as-at 2027-01-01 --output "$REGISTER_HOME/evidence.csv"
expect_no_text ",1," cat "$REGISTER_HOME/evidence.csv"

step "By entry route, by setting, and as a trend."
expect_text "Grandparenting" as anna evidence --by entry-route --as-at 2027-01-01
expect_text "NHS community" as anna evidence --by setting --as-at 2027-01-01
expect_text "2029-01-01" as anna evidence --trend --from 2027-01-01 --to 2031-01-01 --every 24 --by other-registration

step "The evidence is for analysts and auditors only."
expect_exit 3 as ada evidence --by region

echo "Audit of the years"
step "Audrey reads a whole life on the register, from its grant to its restoration."
expect_exit 0 as audrey audit history "${leavers[4]}"
expect_match "registrant-registered" "struck-off" "returned-to-register"

step "Every view is built anew from the events."
expect_exit 0 as opal --quiet admin rebuild
eventually "Registered" anybody verify "${leavers[4]}"
