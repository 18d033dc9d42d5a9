# A dozen cases that between them use every stage, outcome and clock. Sourced by play.sh.
# shellcheck shell=bash disable=SC2154 # $output and the like come from play.sh and expect.sh

echo "Cases"
step "Twelve panel members log in: an investigating committee, a conduct committee, a health committee, and one for reviews."
for member in ines omar wen carla dev ellen hana ivor jo rita sam uma; do login "$member" panel; done

# on DATE: the register's clock moves on.
on() { now="$1" && expect_exit 0 as opal --quiet admin clock --to "$1"; }
# concern NUMBER GROUND: a case is opened; $case is its name.
concern() {
  expect_exit 0 as frida --quiet case raise --registrant "$1" --ground "$2" --received-on "$now" --concern "What was reported."
  case="$output"
}
# investigated CASE: a concern that meets the threshold comes before the investigating committee.
investigated() {
  expect_exit 0 as frida --quiet case triage "$1" --threshold-met true --reasons "Serious, if true."
  expect_exit 0 as frida --quiet case report "$1" --allegations "What was reported."
  convened "$1" investigating ines omar wen
}
# convened CASE COMMITTEE CHAIR SECOND THIRD: the chair first.
convened() { expect_exit 0 as frida --quiet case convene "$1" --kind "$2" --chair "$3" --member "$3" --member "$4" --member "$5"; }
# referred CASE COMMITTEE CHAIR SECOND THIRD: there is a case to answer; a hearing is held today.
referred() {
  expect_exit 0 as ines --quiet case answer "$1" --refer-to "$2" --reasons "A realistic prospect."
  convened "$@"
  expect_exit 0 as frida --quiet case schedule "$1" --on "$now" --allegations "What was reported."
}
# heard CASE: all of that, before the conduct and competence committee.
heard() { investigated "$1" && referred "$1" conduct-and-competence carla dev ellen; }
# decided CASE NUMBER CHAIR SECOND ...: the chair records a decision and a second member confirms it.
decided() {
  expect_exit 0 as "$3" --quiet case decide "$1" --reasons "As the committee found." "${@:5}"
  expect_exit 0 as "$4" --quiet case confirm "$1" --decision "$2"
}
# sanctioned CASE KIND MONTHS: at the hearing, and the registrant is told today.
sanctioned() {
  decided "$1" 1 carla dev --occasion hearing --outcome sanction --sanction "$2" --months "$3" --public-text "As the panel decided: $2."
  expect_exit 0 as frida --quiet case notify "$1" --on "$now"
}
now=2027-06-01

step "A patient raises a concern without a login and without a name; frida finds out whom it is about, and it is below the threshold."
below="$(number_of s241)"
expect_exit 0 anybody --quiet case raise --ground misconduct --source patient --received-on "$now" --concern "Curt with me on Tuesday."
below_case="$output"
expect_exit 0 as frida --quiet case attach "$below_case" "$below"
expect_text "closed" as frida case triage "$below_case" --threshold-met false --reasons "Manners."

step "Another is investigated: there is no case to answer."
doubted="$(number_of s242)"
concern "$doubted" misconduct
doubted_case="$case"
investigated "$doubted_case"
expect_text "Closed because" as ines case answer "$doubted_case" --no-case --reasons "No realistic prospect."

step "Who sat on the investigating committee may not sit at the hearing."
cleared="$(number_of s243)"
concern "$cleared" misconduct
investigated "$case"
expect_exit 0 as ines --quiet case answer "$case" --refer-to conduct-and-competence --reasons "A realistic prospect."
expect_refusal 1 "ACTED_EARLIER" as frida case convene "$case" --kind conduct-and-competence --chair carla --member carla --member dev --member omar
convened "$case" conduct-and-competence carla dev ellen
expect_exit 0 as frida --quiet case schedule "$case" --on "$now" --allegations "What was reported."
decided "$case" 1 carla dev --occasion hearing --outcome no-action
expect_text "no action" as frida case show "$case"

step "Two concerns about one person are joined; the outcome is a caution of two years."
cautioned="$(number_of s244)"
concern "$cautioned" misconduct
second_case="$case"
concern "$cautioned" conviction-or-caution
cautioned_case="$case"
expect_exit 0 as frida --quiet case join "$second_case" --into "$cautioned_case"
eventually "$second_case" as frida --quiet case list --joined-to "$cautioned_case"
heard "$cautioned_case"
sanctioned "$cautioned_case" caution 24

step "A striking off needs two: the chair may not confirm what she recorded. An interim suspension covers the time for an appeal."
struck="$(number_of s248)"
concern "$struck" misconduct
struck_case="$case"
expect_exit 0 as petra --quiet case impose "$struck_case" --kind suspension --until 2028-11-30 --public-text "Suspended while a case is looked into."
heard "$struck_case"
expect_exit 0 as carla --quiet case decide "$struck_case" --occasion hearing --outcome sanction --sanction striking-off --public-text "Struck off." --reasons "Grave."
expect_exit 1 as carla case confirm "$struck_case" --decision 1
expect_exit 0 as dev --quiet case confirm "$struck_case" --decision 1
expect_exit 0 as frida --quiet case notify "$struck_case" --on "$now"
eventually "Suspended (interim)" anybody verify "$struck"

step "Nobody is struck off for lack of competence before two years of suspension or conditions: it is conditions, and an appeal."
limited="$(number_of s246)"
concern "$limited" lack-of-competence
limited_case="$case"
heard "$limited_case"
expect_exit 1 as carla case decide "$limited_case" --occasion hearing --outcome sanction --sanction striking-off --public-text "Struck off." --reasons "Weak."
sanctioned "$limited_case" conditions 12
login s246 applicant
expect_exit 0 as s246 case appeal "$limited_case" --grounds "Out of proportion."

step "Three more appeal: one will be allowed, one varied, one remitted."
appeals=(s247 s252 s253)
appealed=()
for person in "${appeals[@]}"; do
  concern "$(number_of "$person")" misconduct
  heard "$case"
  sanctioned "$case" suspension 6
  expect_exit 0 as frida --quiet case appeal "$case" --lodged-on "$now" --grounds "Wrong in law."
  appealed+=("$case")
done

step "A matter of health goes to the health committee; the public entry will not say what it is."
unwell="$(number_of s249)"
concern "$unwell" health
investigated "$case"
referred "$case" health hana ivor jo
decided "$case" 1 hana ivor --occasion hearing --outcome sanction --sanction conditions --months 12 --public-text "Practises under conditions."
expect_exit 0 as frida --quiet case notify "$case" --on "$now"

step "One entry was got by a forged award: the investigating committee itself decides that it is removed. One is removed by agreement, which takes two people."
forged="$(number_of s250)"
concern "$forged" incorrect-or-fraudulent-entry
investigated "$case"
expect_exit 0 as frida --quiet case schedule "$case" --on "$now" --allegations "The award was forged."
decided "$case" 1 ines omar --occasion hearing --outcome sanction --sanction entry-removal --public-text "Removed: the entry was made by fraud."
expect_exit 0 as frida --quiet case notify "$case" --on "$now"
agreed="$(number_of s251)"
concern "$agreed" health
agreed_case="$case"
expect_exit 0 as frida --quiet case triage "$agreed_case" --threshold-met true --reasons "Serious, if true."
expect_exit 0 as frida --quiet case agree "$agreed_case" --reasons "Retired." --public-text "Removed by agreement."
expect_exit 1 as frida case confirm-agreement "$agreed_case"
expect_exit 0 as petra --quiet case confirm-agreement "$agreed_case"
eventually "removed by agreement" anybody verify "$agreed"

step "An interim order lasts 18 months at most."
interim="$(number_of s245)"
concern "$interim" misconduct
interim_case="$case"
expect_exit 1 as petra case impose "$interim_case" --kind suspension --until 2028-12-01 --public-text "Suspended while a case is looked into."
expect_exit 0 as petra --quiet case impose "$interim_case" --kind suspension --until 2028-11-30 --public-text "Suspended while a case is looked into."
investigated "$interim_case"
expect_exit 0 as ines --quiet case answer "$interim_case" --refer-to conduct-and-competence --reasons "A realistic prospect."
convened "$interim_case" conduct-and-competence carla dev ellen
expect_exit 0 as frida --quiet case schedule "$interim_case" --on 2027-08-02 --allegations "Reported scans that were not made."

step "On the last day for an appeal the public sees no sanction yet; officers see what is pending."
on 2027-06-29
expect_no_text "caution" anybody verify "$cautioned"
eventually "pending" as frida officer registrant "$cautioned"
expect_text "Suspended (interim)" anybody verify "$struck"

step "The day after, they are in effect, with nothing more done by anybody."
on 2027-06-30
eventually "Registered with caution" anybody verify "$cautioned"
eventually "struck off" anybody verify "$struck"
eventually "removed" anybody verify "$forged"
eventually "Registered with conditions" anybody verify "$unwell"
expect_text "Practises under conditions." anybody verify "$unwell"
expect_no_text "with conditions" anybody verify "$limited"

step "Allegations are public from four weeks before the hearing, and not a day earlier."
on 2027-07-04
expect_no_text "scans that were not made" anybody verify "$interim"
on 2027-07-05
eventually "scans that were not made" anybody verify "$interim"

step "The court dismisses one appeal, allows one, varies one and remits one; the committee hears that one again."
on 2027-08-02
expect_exit 0 as frida --quiet case dispose "$limited_case" --outcome dismissed --on "$now" --reference "[2027] EWHC 17"
eventually "Registered with conditions" anybody verify "$limited"
expect_exit 0 as frida --quiet case dispose "${appealed[0]}" --outcome allowed --on "$now" --reference "[2027] EWHC 18"
expect_exit 0 as frida --quiet case dispose "${appealed[1]}" --outcome varied --on "$now" --reference "[2027] EWHC 19" --sanction caution --months 12 --public-text "Cautioned."
eventually "Registered with caution" anybody verify "$(number_of s252)"
expect_exit 0 as frida --quiet case dispose "${appealed[2]}" --outcome remitted --on "$now" --reference "[2027] EWHC 20"
convened "${appealed[2]}" conduct-and-competence rita sam uma
expect_exit 0 as frida --quiet case schedule "${appealed[2]}" --on "$now" --allegations "What was reported."
decided "${appealed[2]}" 2 rita sam --occasion hearing --outcome no-action
expect_no_text "Suspended" anybody verify "$(number_of s247)"
expect_no_text "Suspended" anybody verify "$(number_of s253)"

step "The hearing that was announced ends in a suspension; the interim order covers its appeal period, and the suspension follows without a gap."
decided "$interim_case" 1 carla dev --occasion hearing --outcome sanction --sanction suspension --months 9 --public-text "Suspended for nine months."
expect_exit 0 as frida --quiet case notify "$interim_case" --on "$now"
on 2027-08-30
expect_text "Suspended (interim)" anybody verify "$interim"
on 2027-08-31
eventually "Suspended for nine months." anybody verify "$interim"
expect_no_text "(interim)" anybody verify "$interim"

step "What everybody sees of those of whom nothing was published is what they see of anybody."
for number in "$below" "$doubted" "$cleared"; do
  expect_text "Registered" anybody verify "$number"
  expect_no_text "case" anybody verify "$number"
done
