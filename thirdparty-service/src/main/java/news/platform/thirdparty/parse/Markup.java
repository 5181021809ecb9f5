package news.platform.thirdparty.parse;

import org.jdom2.Element;
import org.jdom2.output.Format;
import org.jdom2.output.XMLOutputter;

/** Markup out of a tree again. */
final class Markup {

    private Markup() {}

    /** What stands inside the element; text is text, not escaped twice. */
    static String inside(Element element) {
        if (element.getChildren().isEmpty()) {
            return element.getText();
        }
        return new XMLOutputter(Format.getRawFormat()).outputString(element.getContent());
    }
}
