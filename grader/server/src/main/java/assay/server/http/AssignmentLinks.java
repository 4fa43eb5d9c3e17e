package assay.server.http;

import assay.server.page.Link;
import java.util.ArrayList;
import java.util.List;

/** The staff's ways from an assignment to its pages, the same wherever they are shown. */
final class AssignmentLinks {
    private AssignmentLinks() {}

    /**
     * @param address of the assignment
     * @param own of the page that shows them
     * @param instructs whether it is for an instructor
     */
    static List<Link> of(String address, List<Link> own, boolean instructs) {
        List<Link> links = new ArrayList<>(List.of(
                new Link("As students see it", address),
                new Link("Class report", address + "/class/report"),
                new Link("Pictures", address + "/class/pictures"),
                new Link("Texts to grade", address + "/texts"),
                new Link("Rules", address + "/rules"),
                new Link("Teams", address + "/teams"),
                new Link("Regrades", address + "/regrades")));
        links.addAll(own);
        if (instructs) {
            links.add(new Link("Likeness", address + "/comparisons"));
        }
        return links;
    }
}
