-- Who may send us events. Secrets are sealed with the installation's own.
create table webhook_sources (
    id text primary key,
    course text not null references courses (id),
    kind text not null,
    secrets blob not null,
    keys_address text not null,
    created_at bigint not null,
    disabled_at bigint
);

-- Each event once, however often it was sent.
create table webhook_inbox (
    source text not null references webhook_sources (id),
    replay_key text not null,
    type text not null,
    payload blob not null,
    received_at bigint not null,
    state text not null,
    reason text not null,
    tries bigint not null,
    next_at bigint,
    primary key (source, replay_key)
);
create index webhook_inbox_due on webhook_inbox (state, next_at);

-- Who wants to hear of events; what is sent to them are deliveries.
create table webhook_endpoints (
    id text primary key,
    course text not null references courses (id),
    url text not null,
    secret blob not null,
    previous blob,
    previous_until bigint,
    failures bigint not null,
    open_until bigint,
    disabled_at bigint,
    created_at bigint not null
);
