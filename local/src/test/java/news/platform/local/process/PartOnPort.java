package news.platform.local.process;

import java.util.List;
import java.util.Map;

/** A part that needs one port. */
record PartOnPort(Part part, int port) implements Part {
    @Override
    public String name() {
        return part.name();
    }

    @Override
    public int rank() {
        return part.rank();
    }

    @Override
    public List<Integer> ports() {
        return List.of(port);
    }

    @Override
    public void prepare() {}

    @Override
    public List<String> command() {
        return part.command();
    }

    @Override
    public Map<String, String> environment() {
        return part.environment();
    }

    @Override
    public String mark() {
        return part.mark();
    }

    @Override
    public boolean ready() {
        return part.ready();
    }
}
