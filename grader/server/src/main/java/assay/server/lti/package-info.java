/**
 * Assay as a tool of a learning platform: LTI 1.3 Advantage. Login, launch, deep linking, dynamic registration, names and
 * roles, and grades back. Whatever a platform says is judged by {@link assay.server.lti.LaunchRules}; what comes of it is
 * rows. Depends on net, jose, store, outbox and http's routes.
 */
@NullMarked
package assay.server.lti;

import org.jspecify.annotations.NullMarked;
