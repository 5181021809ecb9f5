package news.platform.local.sample;

import java.util.List;

/**
 * One live of the sample content, as its file has it.
 *
 * @param slug its name in the file, never changed: by it a half loaded sample is continued
 * @param title empty where it has none, or where it stands inside 【】 at the beginning of the content
 */
record SampleLive(
        String slug,
        String title,
        String contentHtml,
        List<String> channels,
        int importance,
        List<String> symbols,
        List<String> tags) {}
