const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
const inTheMiddle = (text: string, sign: string): string => {
  const at = Math.floor(text.length / 2);
  return text.slice(0, at) + sign + text.slice(at);
};

/** What pasting and spreadsheets make of any text: invisible signs, spaces, quotes. */
const pasted = (text: string): string[] => [
  ...["\u200B", "\uFEFF", "\u2060", "\u00AD"].flatMap((sign) => [sign + text, text + sign]),
  ` ${text}\t`,
  `\u00A0${text} `,
];
const inSpreadsheet = (text: string): string[] => [`="${text}"`, `"${text}"`, `'${text}`, `“${text}”`];

/** Usual spellings of a DOI in canonical form, itself among them. */
export function spellingsOfDoi(doi: string): string[] {
  const escaped = encodeURIComponent(doi);
  const links = [
    "https://doi.org/",
    "http://dx.doi.org/",
    "HTTPS://WWW.DOI.ORG/",
    "doi.org/",
    "dx.doi.org/",
    "//doi.org/",
  ];
  const linked = [...links, "https://doi.org/doi:", "https://hdl.handle.net/"].flatMap((link) =>
    ["", "?utm_source=feed", "#sec2", "/?a=b#c"].flatMap((end) => [link + doi + end, link + escaped + end]),
  );
  const said = ["doi:", "DOI: ", "DOI ", "doi=", "urn:doi:", "info:doi/", "doi/", "doi:https://doi.org/"].map(
    (lead) => lead + doi,
  );
  const ended = [".", ",", ";", ").", '"', ">", "]"].map((end) => doi + end);
  return [
    ...[doi, doi.toUpperCase(), escaped, fullWidth(doi), `<${doi}>`, `(${doi})`],
    ...[doi.replaceAll("-", "\u2011"), doi.replaceAll("-", "\u2013")],
    ...[inTheMiddle(doi, "\u200B"), inTheMiddle(doi, "\uFEFF")],
    ...linked,
    ...said,
    ...ended,
    ...[doi, `https://doi.org/${doi}`].flatMap((text) => [...pasted(text), ...inSpreadsheet(text)]),
  ];
}

/** Usual spellings of an ISBN-13 without hyphens, itself among them; of 978 ones as ISBN-10 too. */
export function spellingsOfIsbn(isbn: string): string[] {
  const hyphens = `${isbn.slice(0, 3)}-${isbn.slice(3, 4)}-${isbn.slice(4, 8)}-${isbn.slice(8, 12)}-${isbn.slice(12)}`;
  const forms = [isbn, hyphens, hyphens.replaceAll("-", " "), hyphens.replaceAll("-", "\u2010")];
  if (isbn.startsWith("978")) forms.push(tenOf(isbn), tenOf(isbn).toLowerCase());
  return [
    ...forms,
    ...[
      "ISBN",
      "ISBN ",
      "isbn:",
      "ISBN: ",
      "ISBN-13: ",
      "ISBN13:",
      "ISBN-13 ",
      "urn:isbn:",
      "URN:ISBN:",
      "isbn=",
    ].map((lead) => lead + isbn),
    ...(isbn.startsWith("978") ? ["ISBN-10: ", "ISBN10:", "ISBN-10 "].map((lead) => lead + tenOf(isbn)) : []),
    ...[`${isbn}.0`, `${isbn}.00`, `${isbn}.`, `${isbn} (pbk.)`, `${isbn},`, `<${isbn}>`, fullWidth(isbn)],
    ...[inTheMiddle(isbn, "\u200B"), inTheMiddle(hyphens, "\u00AD")],
    ...pasted(isbn),
    ...inSpreadsheet(isbn),
    ...inSpreadsheet(hyphens),
  ];
}

function tenOf(isbn: string): string {
  const nine = isbn.slice(3, 12);
  let sum = 0;
  for (let place = 0; place < 9; place++) sum += (10 - place) * Number(nine[place]);
  const digit = (11 - (sum % 11)) % 11;
  return nine + (digit === 10 ? "X" : String(digit));
}

/** Usual spellings of an https address of a plain host and path, itself among them. */
export function spellingsOfAddress(address: string): string[] {
  const { host, pathname } = new URL(address);
  const escaped = pathname.replace(/[a-z]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`);
  const up = pathname.replace(/^\//, "/x/../");
  return [
    address,
    ...["http://", "HTTPS://", "https:\\\\", "https:/"].map((scheme) => `${scheme}${host}${pathname}`),
    ...[
      `https://${host.toUpperCase()}${pathname}`,
      `https://${host}.${pathname}`,
      `https://${host}:443${pathname}`,
    ],
    `http://${host}:80${pathname}`,
    ...["#c", "#", "?"].map((end) => address + end),
    ...[escaped, up, pathname.replaceAll("/", "/./"), `${pathname}\u200B`].map(
      (path) => `https://${host}${path}`,
    ),
    `https://${host}${inTheMiddle(pathname, "\u200B")}`,
    ...pasted(address),
  ];
}
