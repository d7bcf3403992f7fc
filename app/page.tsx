export default function Home() {
  return <h1>Remit</h1>;
}
