package news.platform.error;

/** A reason as the contract states it. */
record ContractReason(String name, Kind kind) implements Reason {}
