/** A small export of Harbour Forum with Mara's posts in it and one line no check may let through. */
export function manifestCsv(rows: number): Buffer {
  const lines = ["item_id,contributor,permalink,created_utc,tokens,score"];
  for (let n = 0; n < rows; n++) {
    const writer = n % 4 === 0 ? "slow-heron" : `bench-vise-${n % 37}`;
    lines.push(
      `w${n},${writer},https://harbourforum.example/t/woodwork/w${n},${1_700_000_000 + n * 60},${40 + (n % 200)},${n % 31}`,
    );
  }
  lines.push("bad1,slow-heron,javascript:alert(1),1700000000,10,1");
  return Buffer.from(`${lines.join("\n")}\n`);
}
