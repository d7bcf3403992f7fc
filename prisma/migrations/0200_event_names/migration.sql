-- Names of events end with what happened to what they name. Three did not, and nothing follows from any of them.
UPDATE outbox_event SET type = 'consent.choice_made' WHERE type = 'consent.deal_choice';
UPDATE outbox_event SET type = 'manifests.checked' WHERE type = 'manifests.ready';
UPDATE outbox_event SET type = 'manifests.rejected' WHERE type = 'manifests.no_usable_rows';
