package assay.server.lti;

/** Names of the specifications (1EdTech). */
final class Lti {
    static final String CLAIM = "https://purl.imsglobal.org/spec/lti/claim/";
    static final String DEEP_LINKING = "https://purl.imsglobal.org/spec/lti-dl/claim/";
    static final String GRADES = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint";
    static final String NAMES = "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice";
    static final String TOOL_CONFIGURATION = "https://purl.imsglobal.org/spec/lti-tool-configuration";
    static final String PLATFORM_CONFIGURATION = "https://purl.imsglobal.org/spec/lti-platform-configuration";

    static final String SCOPE_LINE_ITEM = "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem";
    static final String SCOPE_RESULT = "https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly";
    static final String SCOPE_SCORE = "https://purl.imsglobal.org/spec/lti-ags/scope/score";
    static final String SCOPE_NAMES = "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly";

    static final String SCORE_TYPE = "application/vnd.ims.lis.v1.score+json";
    static final String RESULTS_TYPE = "application/vnd.ims.lis.v2.resultcontainer+json";
    static final String LINE_ITEM_TYPE = "application/vnd.ims.lis.v2.lineitem+json";
    static final String LINE_ITEMS_TYPE = "application/vnd.ims.lis.v2.lineitemcontainer+json";
    static final String NAMES_TYPE = "application/vnd.ims.lti-nrps.v2.membershipcontainer+json";

    static final String RESOURCE_LINK = "LtiResourceLinkRequest";
    static final String DEEP_LINK = "LtiDeepLinkingRequest";
    static final String CANVAS_SUBMISSION = "https://canvas.instructure.com/lti/submission";

    private Lti() {}
}
