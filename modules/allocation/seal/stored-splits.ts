/** The stored splits of sealed shares, for the capability that puts them on the books. */
export { keepSplits, splitsOfShare } from "../repository/splits";
