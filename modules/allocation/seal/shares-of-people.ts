/** Sealed shares and splits, person by person, for the capabilities that explain them. The caller has checked whose they are. */
export {
  type Candidate,
  candidatesFor,
  coAuthored,
  type OwnShareRow,
  type OwnSplitRow,
  ownShares,
  splitsOf,
  unpublishedAmong,
} from "../repository/own-shares";
