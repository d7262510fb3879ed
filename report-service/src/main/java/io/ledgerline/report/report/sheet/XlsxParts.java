package io.ledgerline.report.report.sheet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parts of a workbook that are no sheet, by their names in the package. */
final class XlsxParts {
  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String MAIN =
      "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
  private static final String RELATIONSHIPS =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String TYPES =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  /** Styles by the indexes of {@link XlsxValue}. */
  private static final String STYLES =
      HEAD
          + "<styleSheet "
          + MAIN
          + "><numFmts count=\"2\">"
          + "<numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/>"
          + "<numFmt numFmtId=\"165\" formatCode=\"yyyy\\-mm\\-dd hh:mm:ss.000\"/></numFmts>"
          + "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
          + "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
          + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
          + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
          + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border>"
          + "</borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"6\">"
          + "<xf xfId=\"0\"/>"
          + "<xf xfId=\"0\" fontId=\"1\" applyFont=\"1\"/>"
          + "<xf xfId=\"0\" numFmtId=\"1\" applyNumberFormat=\"1\"/>"
          + "<xf xfId=\"0\" numFmtId=\"164\" applyNumberFormat=\"1\"/>"
          + "<xf xfId=\"0\" numFmtId=\"165\" applyNumberFormat=\"1\"/>"
          + "<xf xfId=\"0\" applyAlignment=\"1\"><alignment horizontal=\"right\"/></xf>"
          + "</cellXfs></styleSheet>";

  private XlsxParts() {}

  static String sheetPart(int number) {
    return "xl/worksheets/sheet" + number + ".xml";
  }

  static String sheetHead() {
    return HEAD
        + "<worksheet "
        + MAIN
        + "><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\""
        + " activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>";
  }

  /** All parts for sheets of these names, in the order of their numbers from 1. */
  static Map<String, String> of(List<String> sheetNames) {
    Map<String, String> parts = new LinkedHashMap<>();
    StringBuilder types = new StringBuilder();
    StringBuilder sheets = new StringBuilder();
    StringBuilder relations = new StringBuilder();
    for (int i = 0; i < sheetNames.size(); i++) {
      int number = i + 1;
      types.append(override("/" + sheetPart(number), "worksheet"));
      sheets.append(
          "<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\"/>"
              .formatted(XlsxText.cell(sheetNames.get(i)), number, number));
      relations.append(relation("rId" + number, "worksheet", sheetPart(number).substring(3)));
    }
    relations.append(relation("rId" + (sheetNames.size() + 1), "styles", "styles.xml"));
    parts.put("xl/styles.xml", STYLES);
    parts.put(
        "xl/workbook.xml",
        HEAD
            + "<workbook "
            + MAIN
            + " xmlns:r=\""
            + OFFICE
            + "\"><sheets>"
            + sheets
            + "</sheets></workbook>");
    parts.put("xl/_rels/workbook.xml.rels", HEAD + RELATIONSHIPS + relations + "</Relationships>");
    parts.put(
        "_rels/.rels",
        HEAD
            + RELATIONSHIPS
            + relation("rId1", "officeDocument", "xl/workbook.xml")
            + "</Relationships>");
    parts.put(
        "[Content_Types].xml",
        HEAD
            + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\""
            + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + override("/xl/workbook.xml", "sheet.main")
            + override("/xl/styles.xml", "styles")
            + types
            + "</Types>");
    return parts;
  }

  private static String override(String part, String type) {
    return "<Override PartName=\"%s\" ContentType=\"%s%s+xml\"/>".formatted(part, TYPES, type);
  }

  private static String relation(String id, String type, String target) {
    return "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>"
        .formatted(id, OFFICE, type, target);
  }
}
