package assay.core.report;

import assay.core.assignment.Assignment;
import assay.core.report.page.ClassPages;
import assay.core.report.page.StudentPages;
import assay.core.report.page.Students;
import assay.core.report.page.Style;
import assay.core.report.page.Way;
import assay.core.result.Grading;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Pages that need nothing but themselves: no script, no network, no font. The templates escape whatever they are given;
 * the pages' records cap it first. Safe for use by several threads.
 */
public final class HtmlReport {
    private static final String TEMPLATES = "assay.core.report.jte";

    private final TemplateEngine engine;
    private final Style style;

    public HtmlReport() {
        this.engine =
                TemplateEngine.createPrecompiled(null, ContentType.Html, HtmlReport.class.getClassLoader(), TEMPLATES);
        this.style = Style.load();
    }

    /** The page of one student, as UTF-8. Takes what {@link Redaction} left. */
    public byte[] student(Assignment assignment, Grading grading) {
        return student(assignment, grading, grading.student(), List.of());
    }

    /**
     * The same, with ways to the pages around it.
     *
     * @param name what the student is called
     */
    public byte[] student(Assignment assignment, Grading grading, String name, List<Way> ways) {
        return render("student.jte", StudentPages.of(assignment, grading, name), ways);
    }

    /**
     * The page of a class, for its teachers, as UTF-8.
     *
     * @param warnings what the run as a whole had to say
     * @param studentLink a student's id to the address of the page, relative to this one
     * @param recordLink a student's id to the address of the full record
     */
    public byte[] index(
            Assignment assignment,
            Collection<Grading> gradings,
            List<String> warnings,
            UnaryOperator<String> studentLink,
            UnaryOperator<String> recordLink) {
        Students students = new Students(UnaryOperator.identity(), studentLink, recordLink);
        return index(assignment, gradings, warnings, students, List.of());
    }

    /** The same, with ways to the pages around it. */
    public byte[] index(
            Assignment assignment,
            Collection<Grading> gradings,
            List<String> warnings,
            Students students,
            List<Way> ways) {
        return render("index.jte", ClassPages.of(assignment, gradings, warnings, students), ways);
    }

    private byte[] render(String template, Object page, List<Way> ways) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        engine.render(template, Map.of("page", page, "style", style, "ways", ways), output);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(output.getContentLength());
        try {
            output.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
