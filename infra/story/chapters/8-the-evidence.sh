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
expect_exit 0 as audrey audit history "$struck"
expect_match "registrant-registered" "case-recorded-on-entry" "returned-to-register"
expect_exit 0 as audrey audit history "$struck" --narrative
expect_match "the register entered .* on the register as" "took over .* striking off from 30 June 2027"

step "Every view is built anew from the events."
expect_exit 0 as opal --quiet admin rebuild
eventually "Registered" anybody verify "$struck"

step "What was known before a correction, what is known now, and the one difference between."
expect_text "2027-01-01" as audrey audit state "$layla" --as-known-at "$before"
expect_text "2027-04-01" as audrey audit state "$layla"
expect_text "changed" as audrey audit diff "$layla" --from "$before"

step "She exports the whole history and checks it, without the register; a line taken out is found and named."
expect_exit 0 as audrey audit export --to "$REGISTER_HOME/export"
expect_text "all as recorded" "$REGISTER" audit check "$REGISTER_HOME/export"
sed -i '17d' "$REGISTER_HOME/export/events-000001.jsonl"
expect_exit 1 "$REGISTER" audit check "$REGISTER_HOME/export"
expect_said "events-000001.jsonl, line 17"

step "Who looked at a registrant's record, and what for, is in a log that the registrant can read."
expect_exit 0 as ada officer registrant "$layla" --purpose "A letter came back"
expect_text "A letter came back" as audrey audit reads "$layla"
expect_text "the register's own work" as layla me reads
expect_exit 4 as zoe audit reads "$layla"
