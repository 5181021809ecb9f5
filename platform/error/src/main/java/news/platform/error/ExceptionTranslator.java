package news.platform.error;

import java.util.Optional;

/**
 * Knows what an exception of some library means to a caller, e.g. that the database being away is UNAVAILABLE. Every bean
 * of this type is asked, in their order, before an exception counts as unexpected.
 */
public interface ExceptionTranslator {
    /** The refusal that the exception amounts to; empty when it is not known here. Must not fail. */
    Optional<DomainException> translate(Throwable exception);
}
