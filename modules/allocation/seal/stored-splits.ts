/** The stored splits of sealed shares, for the capability that puts them on the books. */
export { loadSplits, splitsOfShare } from "../repository/splits";
