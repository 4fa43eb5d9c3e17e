/** The server's addresses: who may call which, and what they answer. The only package that sees Javalin, with page, lti and webhook. */
@NullMarked
package assay.server.http;

import org.jspecify.annotations.NullMarked;
