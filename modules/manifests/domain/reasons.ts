/** Why a record is rejected. Structural reasons come from the scanner, the others from the typed checks. */
export const REASONS = [
  "empty_line",
  "too_few_fields",
  "too_many_fields",
  "bad_quoting",
  "unterminated_quote",
  "line_too_long",
  "invalid_encoding",
  "control_characters",
  "not_json",
  "not_an_object",
  "half_character",
  "nested_too_deep",
  "space_before_quote",
  "missing",
  "field_too_long",
  "not_an_integer",
  "not_a_number",
  "thousands_separator",
  "decimal_comma",
  "number_not_exact",
  "number_out_of_range",
  "negative",
  "date_unreadable",
  "date_zone_named",
  "date_in_milliseconds",
  "date_in_future",
  "date_before_1970",
  "url_malformed",
  "url_scheme",
  "url_other_host",
  "status_unknown",
  "name_empty",
  "name_control_characters",
  "name_only_invisible",
  "name_invisible_characters",
  "name_too_long",
  "name_not_text",
  "cell_error",
  "duplicate",
  "conflict",
] as const;
export type Reason = (typeof REASONS)[number];

/** Odd but taken: counted, never rejected. */
export const NOTES = [
  "contributor_deleted",
  "contributor_normalised",
  "negative_score",
  "negative_comments",
  "date_iso_8601",
  "formula_like_text",
  "markup_like_text",
  "url_relative",
  "tokens_derived",
  "language_unknown",
  "contributor_placeholder",
  "contributor_altered",
  "contributor_address",
  "contributor_not_a_domain",
  "date_milliseconds",
  "date_microseconds",
  "date_nanoseconds",
  "date_day_number",
  "work_unrecognised",
] as const;
export type Note = (typeof NOTES)[number];

const CORRECTIONS: Readonly<Record<Reason, string>> = {
  empty_line: "The line is empty. Remove it.",
  too_few_fields: "The line has fewer fields than the header. A field or a delimiter is missing.",
  too_many_fields:
    "The line has more fields than the header. Put quotes around a field that contains the delimiter.",
  bad_quoting: 'Text follows a closing quote. Write a quote inside a quoted field twice: "".',
  unterminated_quote:
    "A quote is opened here and never closed. Close it, or double it if it belongs to the text.",
  line_too_long: "The line is over the maximum length. Leave out columns with whole texts.",
  invalid_encoding:
    "The line has bytes that are not valid in the file's encoding. Declare the encoding, or correct the text.",
  control_characters: "The line contains a control character. Remove it.",
  not_json: "The line is not valid JSON. Write one JSON object per line.",
  not_an_object: "The line is JSON, but not an object. Write one object per line, with a key for each field.",
  half_character:
    "A field contains half a character, such as \\ud83d without its other half. The text was cut short. Write all of it.",
  nested_too_deep: "The line has lists or objects more than 500 levels deep. Leave that field out.",
  space_before_quote:
    "A space before a quote prevents it from opening a field. Remove the space after the delimiter.",
  missing: "This field is required but empty. Fill it in.",
  field_too_long: "The text is over the maximum length of this field. Shorten it.",
  not_an_integer: "This is not a whole number. Write digits only, without an exponent or a fraction.",
  not_a_number: "This is not a number. Write a number.",
  thousands_separator:
    "The number has a thousands separator. Write digits only, or declare the separator in the mapping.",
  decimal_comma:
    "The number has a decimal comma. Write a point instead, or declare the decimal comma in the mapping.",
  number_not_exact:
    "Programs keep only so many digits of a number (15 in a spreadsheet, up to 2^53 in JSON), so two different ids may look the same. Write the id as text.",
  number_out_of_range: "The number is outside the range of this field. Correct it.",
  negative: "This field cannot be negative. Correct the number.",
  date_unreadable:
    "Write a number of seconds since 1970, or an ISO 8601 date and time, such as 2024-01-31T12:00:00Z.",
  date_zone_named:
    "Time zone names mean different things in different places. Write the offset instead, such as +01:00, or Z for UTC.",
  date_in_milliseconds:
    "The mapping says seconds, but this value is in milliseconds or smaller. Change the time format in the mapping, or write seconds.",
  date_in_future: "This time is in the future. Correct it.",
  date_before_1970: "This time is before 1970. Correct it.",
  url_malformed: "This is not a complete address. Write it with https:// and without spaces.",
  url_scheme: "Use an http or https address.",
  url_other_host: "Use an address on the platform's declared host.",
  status_unknown: "Use live, removed or deleted.",
  name_empty: "Nothing is left of the contributor's name after its decoration is removed. Write the name.",
  name_control_characters: "The contributor's name contains a line break or a control character. Remove it.",
  name_only_invisible: "The contributor's name has only invisible characters. Write the name as it is shown.",
  name_invisible_characters:
    "The contributor's name contains an invisible character that changes how it reads, such as a direction override. Remove it.",
  name_too_long: "The contributor's name is over the maximum length. Shorten it.",
  name_not_text:
    "The contributor is an object, a list, a date, or true or false. Write one name, as text or a number.",
  cell_error:
    "The formula has an error such as #N/A, or was never calculated. Correct it, or write the value.",
  duplicate: "The same item, with the same content, is already in this file. Remove one of the two.",
  conflict:
    "The same item is already in this file with another contributor or other content. Keep one of the two.",
};

/** The fault and how to correct it. `otherLine` is the line of the first occurrence, for duplicates and conflicts. */
export function correctionText(reason: Reason, otherLine: bigint | null = null): string {
  return otherLine === null ? CORRECTIONS[reason] : `${CORRECTIONS[reason]} First seen on line ${otherLine}.`;
}

const NOTE_TEXT: Readonly<Record<Note, string>> = {
  contributor_deleted: "The name marks a deleted contributor. The row is accepted and belongs to no one.",
  contributor_normalised:
    "The contributor's name was normalised (case, spaces, @, Unicode, invisible characters).",
  negative_score: "The score is negative. It counts as zero where a weighting uses it.",
  negative_comments: "The comment count is negative.",
  date_iso_8601: "The time is written as ISO 8601 among times in seconds.",
  formula_like_text: "A text starts like a spreadsheet formula. Exports put an apostrophe before it.",
  markup_like_text: "A text contains markup. It is always shown as text.",
  url_relative: "The address has no host. The platform's declared host was added.",
  tokens_derived: "The row has no token count. It was derived from the number of characters.",
  contributor_placeholder:
    "The contributor is a placeholder such as nan, None, NULL, N/A or -. It counts as a name, and money would be held for it. Add such values to the deleted markers, or leave the rows out.",
  contributor_altered:
    "The contributor looks rewritten by a program: a number such as 1.23457E+18 or 12345.0, a formula, or an HTML entity such as &#39;. It is used unchanged. Export the names again as text.",
  contributor_address:
    "The contributor is an address. The address of a profile on the platform's host is read as the name in it. Any other address is used unchanged. Send only the names.",
  contributor_not_a_domain:
    "This platform's contributors are domains, but this is not a domain. It is used unchanged, but no one can claim it.",
  language_unknown: "This is not a language tag, so the language was left empty.",
  date_milliseconds: "Its size suggests milliseconds since 1970. It was read as milliseconds.",
  date_microseconds: "Its size suggests microseconds since 1970. It was read as microseconds.",
  date_nanoseconds: "Its size suggests nanoseconds since 1970. It was read as nanoseconds.",
  date_day_number:
    "The time was read as seconds since 1970, but looks like a spreadsheet's day number or a day such as 20240131. If so, export dates as 2024-01-31.",
  work_unrecognised:
    "The work should be an ISBN, a DOI or a SHA-256 digest, but is not a valid one. Terms that an author set for the work do not apply to the row.",
};

export function noteText(note: Note): string {
  return NOTE_TEXT[note];
}
