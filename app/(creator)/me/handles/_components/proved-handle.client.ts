import type { Started } from "../actions";

export type Method = Started["proof"]["method"];
/** What proving a handle needs to know of it. */
export type ProvedHandle = Readonly<{
  id: string;
  name: string;
  platform: string;
  host: string | null;
  profileAddress: string | null;
  methods: readonly Method[];
}>;
