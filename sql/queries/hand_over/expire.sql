DELETE FROM hand_overs WHERE ends_at <= ?
