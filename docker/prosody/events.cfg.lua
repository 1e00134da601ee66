-- Tells Ratssaal who comes and goes. The secret comes from the environment: this file holds none.
Component "events.meet.jitsi" "event_sync_component"
    muc_component = "muc.meet.jitsi"
    api_prefix = "http://ratssaal:8080/api/conference/jitsi"
    api_headers = { ["Authorization"] = "Bearer " .. ENV_RATSSAAL_EVENTS_SECRET }
    api_timeout = 5
    api_retry_count = 5
    api_retry_delay = 2
