package assay.core.report;

import static java.util.Objects.requireNonNull;

import assay.core.domain.Verdict;
import assay.core.report.text.SafeText;
import assay.core.result.Grading;
import assay.core.result.PartResult;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * As Surefire writes it, so that every CI server shows it: a suite a part, a test a case. WA is a failure, SK and
 * PD are skipped, all else that is not AC is an error.
 */
final class JunitXml {
    private static final int LINE_CAP = 300;
    private static final int PRINTED_CAP = 4000;

    private final XMLStreamWriter xml;
    private final Grading grading;

    private JunitXml(XMLStreamWriter xml, Grading grading) {
        this.xml = xml;
        this.grading = grading;
    }

    /** Takes what {@link Redaction} left. */
    static byte[] bytes(Grading grading) {
        requireNonNull(grading, "grading is null");
        // To a Writer: to a stream, the JDK's writer breaks characters beyond U+FFFF in two.
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            new JunitXml(xml, grading).document();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    private void document() throws XMLStreamException {
        List<Check> all = Check.of(grading);
        xml.writeStartDocument("UTF-8", "1.0");
        newLine(0);
        xml.writeStartElement("testsuites");
        counts(grading.assignment() + " " + grading.student(), all);
        if (!grading.problem().isEmpty()) {
            suite("submission", List.of(Check.ofProblem(grading)));
        }
        for (PartResult part : grading.parts()) {
            suite(part.id(), Check.of(part));
        }
        newLine(0);
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void suite(String name, List<Check> checks) throws XMLStreamException {
        newLine(1);
        xml.writeStartElement("testsuite");
        counts(name, checks);
        for (Check check : checks) {
            test(name, check);
        }
        newLine(1);
        xml.writeEndElement();
    }

    private void counts(String name, List<Check> checks) throws XMLStreamException {
        attribute("name", name);
        attribute("tests", Integer.toString(checks.size()));
        attribute("failures", count(checks, Verdict.WA));
        attribute(
                "errors",
                Long.toString(checks.stream()
                        .filter(check -> isError(check.verdict()))
                        .count()));
        attribute(
                "skipped",
                Long.toString(checks.stream()
                        .filter(check -> isSkipped(check.verdict()))
                        .count()));
        attribute("time", seconds(checks.stream().map(Check::wall).reduce(Duration.ZERO, Duration::plus)));
    }

    private void test(String suite, Check check) throws XMLStreamException {
        newLine(2);
        xml.writeStartElement("testcase");
        attribute("name", check.name());
        attribute("classname", grading.assignment() + "." + suite);
        attribute("time", seconds(check.wall()));
        if (check.verdict() != Verdict.AC) {
            newLine(3);
            String element = check.verdict() == Verdict.WA ? "failure" : isError(check.verdict()) ? "error" : "skipped";
            xml.writeStartElement(element);
            attribute("type", check.verdict().name());
            attribute("message", check.verdict().words() + ": " + check.message());
            xml.writeCharacters(legal(check.text()));
            xml.writeEndElement();
        }
        if (!check.printed().isEmpty()) {
            newLine(3);
            xml.writeStartElement("system-out");
            xml.writeCharacters(legal(SafeText.visible(check.printed(), PRINTED_CAP)));
            xml.writeEndElement();
        }
        newLine(2);
        xml.writeEndElement();
    }

    private static boolean isSkipped(Verdict verdict) {
        return verdict == Verdict.SK || verdict == Verdict.PD;
    }

    private static boolean isError(Verdict verdict) {
        return switch (verdict) {
            case AC, WA, SK, PD -> false;
            case CE, RTE, TLE, MLE, OLE, PV, IE -> true;
        };
    }

    private static String count(List<Check> checks, Verdict verdict) {
        return Long.toString(
                checks.stream().filter(check -> check.verdict() == verdict).count());
    }

    private static String seconds(Duration wall) {
        return String.format(Locale.ROOT, "%.3f", wall.toNanos() / 1e9);
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, legal(SafeText.line(value, LINE_CAP)));
    }

    private void newLine(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    /** SafeText leaves only two characters that XML 1.0 does not have. */
    private static String legal(String text) {
        return text.replace('\uFFFE', '\uFFFD').replace('\uFFFF', '\uFFFD');
    }
}
