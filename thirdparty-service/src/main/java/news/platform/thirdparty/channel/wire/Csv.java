package news.platform.thirdparty.channel.wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of a statement by the names of its first one; cells stand without the marks that keep spreadsheets from reading numbers. */
public final class Csv {
    private Csv() {}

    /**
     * Reads rows.
     *
     * @param lines of which the first has the names; those with fewer cells are sums, and left out
     */
    public static List<Map<String, String>> rows(List<String> lines) throws MalformedBodyException {
        if (lines.isEmpty()) {
            throw new MalformedBodyException("no statement");
        }
        var names = cells(lines.getFirst());
        var rows = new ArrayList<Map<String, String>>();
        for (var line : lines.subList(1, lines.size())) {
            var cells = cells(line);
            if (cells.size() == names.size()) {
                var row = new HashMap<String, String>();
                for (int i = 0; i < names.size(); i++) {
                    row.put(names.get(i), cells.get(i));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    /** A cell that has to be there. */
    public static String cell(Map<String, String> row, String name) throws MalformedBodyException {
        var cell = row.get(name);
        if (cell == null) {
            throw new MalformedBodyException("column " + name);
        }
        return cell;
    }

    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        for (var cell : line.split(",", -1)) {
            cells.add(cell.replace("`", "").replace("\t", "").strip());
        }
        return cells;
    }
}
