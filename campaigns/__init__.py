"""From a trigger to an approved draft: Trigger -> Match -> Go or No -> Brief -> Draft -> Decision."""
