package news.platform.search.index;

import java.util.List;

/**
 * What can be found, whichever engine keeps it. Whatever comes late changes nothing, and the one being made anew gets whatever happens
 * meanwhile as well. Thread-safe.
 */
public interface Catalogue {
    /** Whether all replicas have this one together. */
    boolean isShared();

    /** Whether all that readers have is there. */
    boolean isComplete();

    /** How many documents there are, marks of what is gone included. */
    int documents();

    /** Has the items be found as they are here, unless something later is known. */
    void put(List<Item> items);

    /** The keys of some items of which not all is here. */
    List<String> partial(int limit);

    /** What may be offered of the newest. */
    List<Headline> newest(int limit);

    /** Something may be missing: it is to be made anew. */
    void renew();

    /** Whether it is to be made anew, by this replica. */
    boolean isWanted();

    /** Whether it is being made, for the first time or anew. */
    boolean isBuilding();

    /** Begins a new one; what happens from now on goes into it. */
    Target begin();

    /** Has the new one take the old one's place. */
    void complete(Target made);

    /** One that is being made. */
    interface Target {
        /** See {@link Catalogue#put}. */
        void put(List<Item> items);
    }
}
