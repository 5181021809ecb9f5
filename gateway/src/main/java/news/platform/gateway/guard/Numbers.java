package news.platform.gateway.guard;

/** The decimal text of small numbers, made once. */
public final class Numbers {

    private static final String[] SMALL = small();

    private Numbers() {}

    /** The text of the number; the same instance each time for 0 to 4,095. */
    public static String text(long number) {
        return number >= 0 && number < SMALL.length ? SMALL[(int) number] : Long.toString(number);
    }

    private static String[] small() {
        String[] texts = new String[4096];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = Integer.toString(i);
        }
        return texts;
    }
}
