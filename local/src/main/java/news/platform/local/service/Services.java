package news.platform.local.service;

import java.util.List;
import java.util.Map;
import news.platform.local.file.Home;

/** The services as parts, from the table. */
public final class Services {
    private final Home home;
    private final String java;
    private final ServiceTable table;
    private final Wiring wiring;

    public Services(Home home, String java, ServiceTable table, Wiring wiring) {
        this.home = home;
        this.java = java;
        this.table = table;
        this.wiring = wiring;
    }

    /** All of them, in the order of the table; the edge, which is the last, with these properties. */
    public List<Service> all(Map<String, String> edgeProperties) {
        return table.entries().stream()
                .map(entry -> new Service(home, java, table, entry, wiring))
                .map(service -> service.isEdge() ? service.with(edgeProperties) : service)
                .toList();
    }
}
