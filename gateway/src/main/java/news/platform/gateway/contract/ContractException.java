package news.platform.gateway.contract;

/** The contract contradicts itself; the message names the method and the place. */
public final class ContractException extends RuntimeException {

    public ContractException(String method, String place, String problem) {
        super("%s: %s: %s".formatted(method, place, problem));
    }

    ContractException(String message, Throwable cause) {
        super(message, cause);
    }
}
