-- Platforms by what they call themselves and us; several schools may share an issuer.
create table lti_registrations (
    id text primary key,
    issuer text not null,
    client_id text not null,
    login_address text not null,
    token_address text not null,
    keys_address text not null,
    audience text not null,
    product text not null,
    active bigint not null,
    created_at bigint not null,
    unique (issuer, client_id)
);

create table lti_deployments (
    registration text not null references lti_registrations (id),
    deployment text not null,
    created_at bigint not null,
    primary key (registration, deployment)
);

-- A login that was begun in one browser, until it is launched, once.
create table lti_logins (
    state text primary key,
    registration text not null references lti_registrations (id),
    nonce text not null,
    browser text not null,
    storage text not null,
    expires_at bigint not null
);

-- Nonces that have been used, for as long as a token with one could be good.
create table lti_nonces (
    registration text not null references lti_registrations (id),
    nonce text not null,
    expires_at bigint not null,
    primary key (registration, nonce)
);

create table lti_people (
    registration text not null references lti_registrations (id),
    subject text not null,
    person text not null references people (id),
    primary key (registration, subject)
);

-- Which course of the platform is which of ours; an administrator says so.
create table lti_contexts (
    registration text not null references lti_registrations (id),
    deployment text not null,
    context text not null,
    title text not null,
    course text references courses (id),
    memberships text not null,
    primary key (registration, deployment, context)
);

-- Where grades of an assignment go.
create table lti_links (
    registration text not null references lti_registrations (id),
    deployment text not null,
    context text not null,
    link text not null,
    course text not null references courses (id),
    assignment text not null,
    line_item text not null,
    line_items text not null,
    scopes text not null,
    primary key (registration, deployment, context, link)
);
create index lti_links_assignment on lti_links (course, assignment);

create table lti_deep_links (
    code text primary key,
    registration text not null references lti_registrations (id),
    deployment text not null,
    course text not null,
    person text not null,
    return_address text not null,
    data text,
    multiple bigint not null,
    line_items bigint not null,
    expires_at bigint not null
);

-- One row for each grade in each line item: only the newest grade is ever sent.
create table lti_scores (
    registration text not null references lti_registrations (id),
    line_item text not null,
    subject text not null,
    course text not null,
    assignment text not null,
    person text not null,
    version bigint not null,
    given bigint,
    maximum bigint not null,
    comment text not null,
    submitted_at bigint,
    state text not null,
    tries bigint not null,
    next_at bigint,
    stamped_at bigint,
    sent_given bigint,
    last_answer text not null,
    changed_at bigint not null,
    primary key (registration, line_item, subject)
);
create index lti_scores_due on lti_scores (state, next_at);
create index lti_scores_person on lti_scores (course, assignment, person);

create table lti_keys (
    id text primary key,
    sealed blob not null,
    public_key text not null,
    signs_from bigint not null,
    created_at bigint not null
);
