"""A worker's page. What is where, by topic; views, forms, actions and presenters of a topic carry its name.

The page: views views_public views_preview sight questions questions_times asking forms forms_goal rules querysets urls fields words
Stations: views_stations views_steps forms_station forms_steps rules_stations kinds wording roles steps months
Years: tree counting confirmations rings wood
Papers: closed_days views_papers forms_papers views_recognition forms_recognition recognition querysets_papers urls_papers
Deadlines: views_deadlines deadlines feed throttles
The original: views_seeing forms_seeing seeing
Times of work, licences, languages: views_times forms_times forms_skills week starting urls_times
Who sees what: views_items items readers forms_reach forms_sharing urls_sharing querysets_sharing
Share links, who looked: views_shares views_shared passes views_looks
Hidden from firms: views_blocks forms_blocks firms
The two mails: views_mails forms_mails mail_links mailing upkeep_mails
Help at the desk: helping whose views_check
Lists and search: copies spots listing joined naming
Doors to other rooms: apps registry tasks leaving upkeep
"""
