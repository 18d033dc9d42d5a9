# The crowd of the story: many people at once, each with their own token, over REST. Sourced by play.sh.
# shellcheck shell=bash disable=SC2154 # REGISTER_HOME comes from play.sh

crowd="$REGISTER_HOME/crowd"

# people [PATTERN]: the lines of the crowd that match.
people() { tail -n +2 crowd.csv | grep -E -- "${1:-.}"; }

# contract_date YYYY-MM-DD: as REST wants it.
contract_date() {
  local year month day
  IFS=- read -r year month day <<<"$1"
  printf '{"year":%d,"month":%d,"day":%d}' "$((10#$year))" "$((10#$month))" "$((10#$day))"
}

# everybody METHOD PATH BODY: sends one request for each line of standard input, as the person its first column names. {1}, {2} ... in PATH
# and BODY are the line's columns, {3:date} is the third as a date of the contract, {id} is a fresh request id. The answers are left in $crowd/answers, one file a person.
everybody() {
  local method="$1" path="$2" body="$3" requests="$crowd/requests" line person address request i
  local -a columns
  body="${body//$'\n'/ }"
  rm -rf -- "$crowd/answers"
  mkdir -p -- "$crowd/answers" "$crowd/tokens"
  : >"$requests"
  while IFS= read -r line; do
    IFS=, read -r -a columns <<<"$line"
    person="${columns[0]}" address="$path" request="${body//"{id}"/$(</proc/sys/kernel/random/uuid)}"
    for i in "${!columns[@]}"; do
      address="${address//"{$((i + 1))}"/${columns[i]}}"
      request="${request//"{$((i + 1))}"/${columns[i]}}"
      [[ "$request" != *"{$((i + 1)):date}"* ]] || request="${request//"{$((i + 1)):date}"/$(contract_date "${columns[i]}")}"
    done
    {
      [[ ! -s "$requests" ]] || echo next
      printf 'url = "%s%s"\nrequest = "%s"\noutput = "%s"\nsilent\nshow-error\nfail-with-body\n' \
        "${REGISTER_HTTP_ADDRESS%/}" "$address" "$method" "$crowd/answers/$person"
      printf 'header = "content-type: application/json"\n'
      [[ ! -f "$crowd/tokens/$person" ]] || printf 'header = "authorization: Bearer %s"\n' "$(<"$crowd/tokens/$person")"
      [[ -z "$request" ]] || printf 'data-raw = "%s"\n' "${request//\"/\\\"}"
    } >>"$requests"
  done
  output=""
  curl --parallel --parallel-max 16 --config "$requests" 2>"$crowd/errors" || output="$(cat -- "$crowd/errors")"
  [[ -z "$output" ]] || {
    output+="$(grep -rh '"code"' "$crowd/answers" | sort | uniq -c | sed -n '1,5p')"
    differs "every answer to be a good one" "others" "$method $path"
  }
}

# answered NAME: what each answer says of a field, as lines PERSON,VALUE.
answered() {
  local file value
  for file in "$crowd/answers"/*; do
    value="$(grep -o "\"$1\": *\"[^\"]*\"" "$file" | sed -n '1,1p' | sed 's/.*: *"\(.*\)"/\1/')"
    printf '%s,%s\n' "$(basename -- "$file")" "$value"
  done
}

# Everybody on standard input gets an access token.
everybody_logs_in() {
  everybody POST /development/token '{"role":"applicant","subject":"{1}"}'
  local person token
  while IFS=, read -r person token; do
    printf '%s' "$token" >"$crowd/tokens/$person"
  done < <(answered access_token)
}
