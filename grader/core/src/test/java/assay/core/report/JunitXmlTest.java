package assay.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.assignment.Assignment;
import assay.core.assignment.Feedback;
import assay.core.domain.Verdict;
import assay.core.result.Grading;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class JunitXmlTest {
    private static final Assignment ASSIGNMENT = SampleAssignment.with(Feedback.VERDICT);

    static Stream<Grading> gradings() {
        return SampleGradings.of(ASSIGNMENT).stream()
                .map(grading -> Redaction.forStudent(grading, ASSIGNMENT.feedback()));
    }

    @ParameterizedTest
    @MethodSource("gradings")
    void is_well_formed_and_counts_what_it_holds(Grading grading) throws Exception {
        Element root = parse(grading).getDocumentElement();

        assertThat(root.getAttribute("tests")).isEqualTo(count(root, "testcase"));
        assertThat(root.getAttribute("failures")).isEqualTo(count(root, "failure"));
        assertThat(root.getAttribute("errors")).isEqualTo(count(root, "error"));
        assertThat(root.getAttribute("skipped")).isEqualTo(count(root, "skipped"));
    }

    @Test
    void a_wrong_answer_fails_and_an_exception_is_an_error() throws Exception {
        Document document = parse(new GradingBuilder(ASSIGNMENT, "ben")
                .with("conv2d", Cases.wrongShape("seed-shape"))
                .with("sigmoid", Cases.threw("stride-2", "java.lang.Error: no", "hello", "student.A.b(A.java:1)"))
                .build());

        Element failure = (Element) document.getElementsByTagName("failure").item(0);
        Element error = (Element) document.getElementsByTagName("error").item(0);
        assertThat(failure.getAttribute("type")).isEqualTo("WA");
        assertThat(failure.getTextContent()).contains("[2, 6, 30, 30]");
        assertThat(error.getTextContent()).contains("java.lang.Error: no", "student.A.b(A.java:1)");
        assertThat(document.getElementsByTagName("system-out").item(0).getTextContent())
                .isEqualTo("hello");
    }

    @Test
    void characters_that_xml_does_not_have_are_replaced() throws Exception {
        Grading grading = new GradingBuilder(ASSIGNMENT, "\uFFFE\u0000\uD800😀]]>")
                .with("sigmoid", Cases.threw("stride-2", "\uFFFF\u0001 ]]> <a b='c'>", "\uFFFE\u001b😀"))
                .build();

        Document document = parse(grading);

        assertThat(document.getDocumentElement().getAttribute("name")).contains("\uFFFD⟨U+0000⟩\uFFFD😀]]>");
        assertThat(document.getElementsByTagName("error").item(0).getTextContent())
                .contains("\uFFFD⟨U+0001⟩ ]]> <a b='c'>");
        assertThat(document.getElementsByTagName("system-out").item(0).getTextContent())
                .isEqualTo("\uFFFD⟨U+001B⟩😀");
    }

    @Test
    void a_part_that_hidden_cases_fail_is_not_green() throws Exception {
        Grading grading = new GradingBuilder(ASSIGNMENT, "ada")
                .with("max_pool2d", Cases.hidden(Cases.of("single-channel", Verdict.RTE, "boom")))
                .build();

        Document document = parse(Redaction.forStudent(grading, Feedback.COUNT));

        Element failure = (Element) document.getElementsByTagName("failure").item(0);
        assertThat(failure.getTextContent()).isEqualTo("1 of 2 hidden cases passed.");
    }

    private static Document parse(Grading grading) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(JunitXml.bytes(grading)));
    }

    private static String count(Element root, String name) {
        NodeList found = root.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return Integer.toString(elements.size());
    }
}
