package assay.server.http;

import assay.core.report.HtmlReport;
import assay.core.report.page.Style;

/** The reports that core writes, as answers: they bring their own style, which the policy has to allow by its digest. */
final class ReportPages {
    private final HtmlReport reports = new HtmlReport();
    private final String policy = Style.load().policy() + "; frame-ancestors 'none'";

    HtmlReport reports() {
        return reports;
    }

    void answer(Call call, byte[] report) {
        call.http().header("Content-Security-Policy", policy);
        Html.answer(call.http(), 200, report);
    }
}
