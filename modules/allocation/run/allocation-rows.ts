/** Allocations as they are stored, for the capabilities that explain them. The caller has checked who reads them. */
export {
  type AllocationRow,
  allocationsOf,
  findAllocation,
  findAllocations,
  heldBack,
  sealedAllocationOf,
} from "../repository/allocation";
