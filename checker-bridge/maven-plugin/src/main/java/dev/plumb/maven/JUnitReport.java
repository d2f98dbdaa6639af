package dev.plumb.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What the command line has left as JUnit XML. */
final class JUnitReport {
    private JUnitReport() {}

    /**
     * One model or trace.
     *
     * @param why it is red; empty if it is not
     */
    record Suite(String name, String why, boolean isRed) {}

    /** Those of a file; none if there is no such file. */
    static List<Suite> read(Path file) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            NodeList suites = factory.newDocumentBuilder().parse(file.toFile()).getElementsByTagName("testsuite");
            return elements(suites).map(JUnitReport::suite).toList();
        } catch (IOException | ParserConfigurationException | SAXException e) {
            throw new IllegalStateException(file + " is no JUnit XML", e);
        }
    }

    private static Suite suite(Element suite) {
        List<String> reasons = Stream.of("failure", "error")
                .flatMap(tag -> elements(suite.getElementsByTagName(tag)))
                .map(bad -> bad.getAttribute("message"))
                .toList();
        return new Suite(
                suite.getAttribute("name"), reasons.stream().findFirst().orElse(""), !reasons.isEmpty());
    }

    private static Stream<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i));
    }
}
