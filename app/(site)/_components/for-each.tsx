const PEOPLE = [
  {
    who: "You wrote it",
    can: "Say what your words may be used for, and at what price, once for all platforms or post by post. Prove your handle and the money held for it becomes yours. Object to a deal before it is sealed.",
  },
  {
    who: "You hold it",
    can: "A platform reports its deal, uploads who contributed what, sees who is cleared and why, and pays a million people correctly, with every rejected row and every cent accounted for.",
  },
  {
    who: "You train on it",
    can: "A lab gets data that is cleared row by row, with a signed certificate that names the terms each decision was made under, as of a stated moment.",
  },
  {
    who: "You run it",
    can: "An operator checks who takes part, settles disputed handles and keeps books in double entry that the database itself refuses to leave unbalanced.",
  },
];

export function ForEach() {
  return (
    <section aria-label="What it does for each person" className="border-t border-rule pt-8">
      <div className="grid gap-x-10 gap-y-8 sm:grid-cols-2 lg:grid-cols-4">
        {PEOPLE.map((person) => (
          <div key={person.who}>
            <h2 className="text-xl">{person.who}</h2>
            <p className="mt-2 text-muted">{person.can}</p>
          </div>
        ))}
      </div>
    </section>
  );
}
