DELETE e FROM site_sessions e JOIN sessions s ON s.id = e.session_id WHERE s.account_id = ?
