package news.platform.gateway.answer;

import com.google.protobuf.Message;
import java.util.Optional;
import news.platform.gateway.contract.HttpBinding;
import news.platform.gateway.contract.Method;
import news.platform.security.Caller;

/**
 * One request as the contract understands it: two requests that ask the same are equal here, whatever their spelling.
 *
 * @param method what is asked
 * @param binding by which of its ways
 * @param request bound and valid
 * @param fields which fields of the answer are wanted: sorted, without repetition, separated by commas; empty for all
 * @param caller whose token goes with the call, empty for none
 * @param address of the client whose question it is, which goes with the call and makes no other answer; empty where memory asks
 */
public record Question(
        Method method, HttpBinding binding, Message request, String fields, Optional<Caller> caller, String address) {

    /** The same question by somebody else. */
    public Question by(Optional<Caller> other) {
        return new Question(method, binding, request, fields, other, address);
    }
}
