"""A firm wants to vouch for somebody who may not be here yet, alone or for a whole team. It never learns who came (law 3).

What the firm does: views_employer views_writing views_team writing sheets rows forms actions
What the invited person does: views_invited views_taking doors links answering taking forms_invited
"""
