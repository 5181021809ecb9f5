package news.platform.search.index;

/** What a document consists of. A change of any, or of how texts are taken apart, raises {@link Index#FORMAT}. */
public final class Fields {
    /** {@link Item#key}; sorts. */
    public static final String KEY = "key";

    /** In microseconds since 1970; what is gone has none. */
    public static final String TIME = "time";

    /** {@link Item#type}. */
    public static final String TYPE = "type";

    /** The ids of channels. */
    public static final String CHANNEL = "channel";

    /** The language without its region. */
    public static final String LANG = "lang";

    /** Instruments as they are called. */
    public static final String SYMBOL = "symbol";

    /** The same, and what stands before their dot: 600519 of 600519.SH. */
    public static final String CODE = "code";

    /** The ids and the folded names of authors. */
    public static final String AUTHOR = "author";

    /** Folded. */
    public static final String TAG = "tag";

    /** Shown; kept as it is, apart from others. */
    public static final String TITLE = "title";

    /** The same. */
    public static final String SUMMARY = "summary";

    /** The same. */
    public static final String BODY = "body";

    /** What not everybody may read: without positions, so that nobody can spell it out by phrases, and not kept. */
    public static final String PAID = "paid";

    /** The title's letters and digits. */
    public static final String HEADLINE = "headline";

    /** The words of what is shown, as written, for who has misspelled one. */
    public static final String SPELLING = "spelling";

    /** There where what not everybody may read is still to be asked for. */
    static final String PARTIAL = "partial";

    /** {@link Item#rank}. */
    static final String RANK = "rank";

    private Fields() {}
}
