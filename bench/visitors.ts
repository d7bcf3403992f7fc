/** People at a page, in a process of their own: what they wait for is then the server alone. Told by royalty-measure.ts. */
import { visitHome } from "./home-visits";

const visits = visitHome(JSON.parse(process.argv[2] ?? "") as Parameters<typeof visitHome>[0]);
process.on("message", async () => {
  process.send?.(await visits.stop());
  process.disconnect?.();
});
