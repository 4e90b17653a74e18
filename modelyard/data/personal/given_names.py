"""Given names and surnames that are common in English texts, for `names_english`.

The given names are the most frequent of births in the United States and the United Kingdom since 1930, with some of
those that are common there among people from elsewhere. What is a word, a month or a place as well stands apart.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


GIVEN = _words(
    """
    Aarav Aaron Abigail Adam Adele Adrian Agnes Ahmed Aidan Aisha Alan Alana Albert Alejandro Aleksandra Alex
    Alexander Alexandra Alexei Alexis Alfred Ali Alice Alicia Alina Alison Allison Alvin Alyssa Amanda Amara
    Amelia Amina Amir Amy Ana Anastasia Andre Andrea Andreas Andrew Angela Angus Anita Ann Anna Anne Annie
    Anthony Antoine Anton Antonio Archie Ariana Arjun Arnold Arthur Asha Ashley Astrid Audrey Augusto Barbara
    Barry Bartosz Basil Beatrice Bella Benjamin Bernadette Bernard Bertha Beth Bethany Betty Beverly Blake Bob
    Bogdan Bonnie Boris Brandon Brenda Brendan Brett Brian Bridget Bruce Bryan Bryony Byron Caleb Callum Cameron
    Camille Carl Carla Carlo Carlos Carmen Carol Carole Caroline Carolyn Catherine Cathy Cecilia Cedric Celia
    Chad Charles Charlie Charlotte Cheryl Chiara Chloe Chris Christina Christine Christoph Christopher Chukwu
    Cindy Claire Clara Clark Claudia Clifford Clive Colin Connor Conor Cora Cornelius Craig Cynthia Daisy Damian
    Daniel Daniela Danielle Daphne Darius Darren David Deborah Debra Declan Deepak Della Denise Dennis Derek
    Desmond Diana Diane Diego Dmitri Dominic Donald Donna Dora Doris Dorothy Douglas Duncan Dylan Edgar Edith
    Edmund Eduardo Edward Edwin Eileen Elaine Eleanor Elena Elias Elisa Eliza Elizabeth Ella Ellen Ellie Ellis
    Elodie Elsa Emil Emilia Emilio Emily Emma Emmanuel Enrique Eric Erica Erik Erin Ernest Esther Ethan Eugene
    Eva Evan Evelyn Ezra Farah Fatima Fatou Felicity Felix Femi Fernanda Fernando Filip Fiona Florian Frances
    Francesca Francisco Frank Franklin Fred Frederick Freya Gabriel Gail Gareth Gary Gavin Gemma Geoffrey George
    Gerald Geraldine Gilbert Gillian Gina Giovanni Giulia Giuseppe Gloria Gordon Graham Greg Gregory Greta
    Gustav Hamza Hannah Hans Harold Harriet Harry Haruto Hassan Hazel Heather Hector Heidi Helen Helena
    Helga Henry Herbert Hilda Hiroshi Howard Hugh Hugo Hui Ian Ibrahim Ida Ignacio Imogen Imran Ingrid Irene
    Irina Isaac Isabel Isabella Isabelle Isla Ismail Ivan Ivana Jacob Jacqueline Jacques Jake James Jamie Jan
    Jane Janet Janice Janine Jared Jasmin Jasmine Jason Javier Jean Jeanette Jeff Jeffrey Jennifer Jenny Jens
    Jeremy Jerome Jerry Jesse Jessica Jill Jim Jimmy Jing Joachim Joan Joanna Joanne Jodie Joe Joel Johan
    Johanna Johannes John Jonathan Jorge Jose Joseph Josephine Josh Joshua Joyce Juan Juanita Judith Judy Julia
    Julian Julie Jurgen Justin Kamal Kareem Karen Karim Karin Karl Katarzyna Kate Katherine Kathleen Kathryn
    Katie Katya Kavita Kayla Kayleigh Keith Kelly Kenji Kenneth Kenya Kerry Kevin Khalid Kieran Kim Kimberly
    Kirsten Klaus Kristen Kristina Kurt Kwame Kyle Lakshmi Lana Larry Lars Laura Lauren Lawrence Leah Leila Lena
    Leo Leon Leona Leonard Leslie Liam Lillian Linda Lindsay Lionel Lisa Logan Lorenzo Lorna Lorraine Louis
    Louisa Louise Luca Lucas Luciana Lucy Luis Luke Luther Lydia Lynn Mabel Magdalena Malcolm Mandy Manuel Marc
    Marcel Marcela Marcia Marco Marcus Margaret Margot Maria Marian Mariana Marie Marilyn Marina Mario Marion
    Marjorie Marta Martha Martin Mary Mateo Matt Matteo Matthew Maureen Maurice Maya Meera Megan Mehmet Mei
    Melanie Melissa Melvin Mia Michael Michal Michelle Miguel Mike Mikhail Mila Milan Minh Minnie Miriam Mohamad
    Mohamed Mohammad Mohammed Moira Molly Mona Monica Morgan Muhammad Mustafa Myra Nadia Nancy Naomi Natalia
    Natalie Natasha Nathan Nathaniel Ned Neil Ngozi Nguyen Nicholas Nick Nicola Nicole Nigel Nikhil Nikita
    Nikolai Nina Noah Noel Noor Nora Norma Norman Oleg Olga Oliver Olivia Oluwaseun Omar Ophelia Oscar Otto Owen
    Pablo Pamela Paolo Pascal Patricia Patrick Paul Paula Pauline Pavel Pedro Peter Petra Phil Philip Phillip
    Phoebe Phyllis Pierre Piotr Pooja Preeti Priya Priyanka Quentin Rachel Rafael Rahul Raj Rajesh Ralph Ramon
    Randall Randy Raquel Raul Ravi Raymond Rebecca Reggie Reginald Rene Ricardo Richard Ricky Rita Robert
    Roberta Roberto Rodney Rodrigo Roger Roland Ronald Rory Rosa Rosemary Rosie Ross Rowan Roy Rupert
    Russell Ruth Ryan Sabrina Sakura Salim Sally Salma Sam Samantha Samir Samuel Sandra Sanjay Sanjeev Santiago
    Saoirse Sara Sarah Saul Scott Sean Sebastian Selina Sergio Seth Shane Shannon Sharon Shaun Shawn Sheila
    Shirley Sidney Sigrid Silvia Simon Siobhan Sofia Sonia Sophia Sophie Spencer Stacey Stanley Stefan Stefano
    Stella Stephanie Stephen Steve Steven Stuart Sunita Suresh Susan Susanna Suzanna Suzanne Sven Svetlana
    Sylvia Tamara Tanya Tariq Tatiana Teresa Terry Tessa Theodore Theresa Thomas Thuy Tiffany Tim Timothy Tina
    Tobias Todd Tom Tomasz Tony Tracey Tracy Trevor Trisha Tyler Ursula Valentina Valerie Vanessa Vera Vernon
    Veronica Victor Vijay Vikram Viktor Vincent Vincenzo Vivek Vivian Walter Wayne Wei Wendy Wilfred William
    Winifred Winston Xavier Xiaoming Yasmin Yasmine Yolanda Youssef Yuki Yusuf Yvonne Zachary Zainab Zara Zoe
    Zoltan
    """
)
# Words, months, places and makes as well: they need a surname that is known, or words around that say so.
AMBIGUOUS = _words(
    """
    April Art Ash Austin Autumn Bill Brooke Brooklyn Buddy Carter Chance Chase Chelsea Christian Clay Crystal
    Dale Dallas Dawn Dean Dick Drew Earl Eden Faith Florence Forrest Georgia Glen Grace Grant Guy Holly Hope
    Hunter Iris Ivy Jack Jade Jasper Jordan Joy June Kent Lance Lily Lincoln Madison Mark Mason Max May Mercedes
    Miles Olive Paige Paris Parker Pat Patience Pearl Penny Poppy Ray Rex Rob Robin Rocky Rose Ruby Rusty Sandy
    Savannah Sierra Skip Sky Stone Summer Sydney Taylor Trinity Tucker Ty Victoria Violet Virginia Wade Warren
    Will Willow
    """
)
SURNAMES = _words(
    """
    Adams Ahmed Alexander Ali Allen Anderson Andrews Bailey Baker Barnes Begum Bell Bennett Brooks Brown Bryant
    Butler Campbell Carter Castillo Chavez Chen Clark Clarke Coleman Collins Cook Cooper Cox Cruz Davies Davis
    Diaz Edwards Evans Fernandez Fisher Flores Foster Garcia Gibson Gomez Gonzales Gonzalez Graham Gray Green
    Griffin Gupta Gutierrez Hall Hamilton Harris Harrison Hayes Henderson Hernandez Hill Howard Hughes Hussain
    Jackson James Jenkins Jimenez Johnson Jones Kaur Kelly Khan Kim King Kumar Lee Lewis Li Liu Long Lopez
    Marshall Martin Martinez Mason Mendoza Miller Mitchell Moore Morales Morgan Morris Murphy Murray Myers
    Nelson Nguyen Ortiz Palmer Parker Patel Patterson Perez Perry Peterson Phillips Powell Price Ramirez Ramos
    Reed Reyes Reynolds Richardson Rivera Roberts Robertson Robinson Rodriguez Rogers Ross Ruiz Russell Sanchez
    Sanders Scott Shah Shaw Simmons Simpson Singh Smith Stevens Stewart Sullivan Taylor Thomas Thompson Thomson
    Torres Turner Walker Wallace Wang Ward Watson Webb West White Williams Wilson Wood Wright Wu Xu Yang Young
    Zhang Zhao
    """
)
# After a given name these make a company, a brand, a place or a thing of it.
THINGS = _words(
    """
    Act Airport And April Are August Avenue Award Bank Bay Beach Beam Bridge But Can Center Centre Church
    College Company Corp Could County Cup Daniels Day December Deere Drive Edition February For Foundation
    Friday Group Had Hancock Has Hilton's Hopkins Hospital Hotel House Inc Is Island January Jr's July June LLC
    Lake Lane Law Lewis's Library Ltd March Max May Mini Model Monday Mountain Museum Not November October Park
    Plus Prize Pro River Road Saturday School September Series Square Stadium Street Street's Sunday That The
    These This Those Thursday Tuesday University Valley Walker's Was Wednesday Were Will Would
    """
)
