package assay.server.lti;

import assay.server.store.Role;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What a platform's roles make of somebody in a course. Only roles in the course count: a launch also carries what a
 * person is elsewhere in the institution, and a professor may be a student here. Unknown roles give nothing.
 */
final class PlatformRole {
    private static final String MEMBERSHIP = "http://purl.imsglobal.org/vocab/lis/v2/membership";
    private static final String TEST_USER = "http://purl.imsglobal.org/vocab/lti/system/person#TestUser";

    private PlatformRole() {}

    /** Empty for somebody who is in the course as nothing that we know. */
    static Optional<Role> of(Collection<String> roles) {
        List<String> names = roles.stream().map(PlatformRole::name).toList();
        // Canvas calls an assistant an instructor as well.
        if (names.contains("TeachingAssistant")) {
            return Optional.of(Role.ASSISTANT);
        }
        if (names.contains("Instructor") || names.contains("Administrator")) {
            return Optional.of(Role.INSTRUCTOR);
        }
        return names.contains("Learner") ? Optional.of(Role.STUDENT) : Optional.empty();
    }

    /** Canvas's student view: a person that is nobody, and cannot be graded. */
    static boolean isTestUser(Collection<String> roles) {
        return roles.contains(TEST_USER);
    }

    private static String name(String role) {
        if (role.matches("[A-Za-z]+")) {
            return role; // the short form is for roles in the course alone
        }
        if (role.startsWith(MEMBERSHIP + "#")) {
            return role.substring(MEMBERSHIP.length() + 1);
        }
        return role.startsWith(MEMBERSHIP + "/") ? role.substring(role.indexOf('#') + 1) : "";
    }
}
